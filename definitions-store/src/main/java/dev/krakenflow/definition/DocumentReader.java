package dev.krakenflow.definition;

/**
 * Reads the text of definitions within bounds of size, depth and numbers. Numbers stay exact, keys keep their order; a
 * key that stands twice in one object, a number with an exponent beyond ±400 and half a surrogate pair are malformed.
 * Thread-safe.
 */
public final class DocumentReader {
    /**
     * Reads JSON: one value, UTF-8.
     *
     * @throws MalformedDefinitionException when it is anything else
     */
    public Document json(byte[] text) {
        return new JsonText(Utf8.decode(text)).read();
    }

    /**
     * Reads YAML 1.2 with its core schema: one document of maps with scalar keys, lists and scalars that JSON has too.
     * Aliases are expanded, within the same bounds.
     *
     * @throws MalformedDefinitionException when it is anything else
     */
    public Document yaml(byte[] text) {
        return new YamlText(Utf8.decode(text)).read();
    }
}
