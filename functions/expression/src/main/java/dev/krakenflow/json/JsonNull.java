package dev.krakenflow.json;

/**
 * JSON's null, so that Java's {@code null} can mean that a value is missing. A marker of our own rather than that of
 * the JSONata library: comparing with it must not load the library.
 */
public enum JsonNull {
    VALUE;

    @Override
    public String toString() {
        return "null";
    }
}
