package dev.krakenflow.definition;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class YamlWriterPropertyTest {
    private final DocumentReader reader = new DocumentReader();

    @Property(seed = "1", tries = 1_000)
    void writesEveryTextSoThatItIsReadAgain(@ForAll("texts") String text) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("value", text);
        json.putArray("list").add(text).addObject().put(text, text);

        assertThat(reader.yaml(YamlWriter.write(json)).root()).isEqualTo(json);
    }

    /** Of what means something in YAML, somewhere, and what looks like a break or a space. */
    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(
                        "a", "b c", "1", "yes", "~", "-", "- ", "? ", ": ", " #", "#", "\"", "'", "%", "@", "`", "|",
                        ">", "&a", "*a", "!a", "{", "}", "[", "]", ",", "\\", "---", "...", "<<", "\n", "\r", "\t", " ",
                        "\0", "\u0001", "\u007f", "\u0085", "\u00a0", "\u2028", "\u2029", "\u3000", "\ufeff", "\uffff",
                        "é", "😀")
                .list()
                .ofMaxSize(6)
                .map(parts -> String.join("", parts));
    }
}
