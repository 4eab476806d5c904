package dev.krakenflow.definition;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YamlWriterTest {
    private final DocumentReader reader = new DocumentReader();

    @Test
    void writesBlocksInTheOrderOfTheKeys() {
        JsonNode json = json(
                "{\"name\": \"double\", \"b\": [1, {\"c\": null, \"a\": []}], \"text\": \"{% a\\n%}\", \"e\": {}}");

        assertThat(text(json)).isEqualTo("""
                        name: double
                        b:
                        - 1
                        - c: null
                          a: []
                        text: |-
                          {% a
                          %}
                        e: {}
                        """);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "a",
                "y",
                "No",
                "null",
                "~",
                "true",
                "1",
                "-1",
                "0x1F",
                "0o17",
                "1e3",
                ".inf",
                "2026-01-01",
                "12:30",
                "a: b",
                "a #b",
                "# a",
                "- a",
                "? a",
                "&a",
                "*a",
                "!a",
                "%a",
                "@a",
                "`a`",
                "{% x %}",
                "{a}",
                "[a]",
                "|",
                ">",
                "'a'",
                "\"a\"",
                "a\\b",
                "a\tb",
                "\ta",
                "a\nb",
                "a\nb\n",
                "\n",
                "\na",
                " a\nb",
                "a \nb",
                "a\r\nb",
                "\n\u0085a",
                "a\n\n\u0085",
                "\n\u2028a",
                "a\n\u2029",
                "\n\ufeffa",
                "\u0000\u001f",
                "\u0085\u2028",
                "\ufeff",
                "ü",
                "𝄞",
                "---",
                "...",
                "a ",
                "a:",
                "/orders/{id}",
                "<<",
                "="
            })
    void writesEveryTextSoThatItIsReadAgain(String text) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("value", text).put(text + "k", 1);
        json.putArray("list").add(text).addObject().put(text, text);

        assertThat(again(json)).isEqualTo(json);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "5",
                "\"a\"",
                "null",
                "[[], [[1]], {}]",
                "{\"a\": {\"b\": [{\"c\": true}, false]}}",
                "[0.1, -5, 123456789012345678901234567890, 1e300, 1.5E-7, 3000000000]"
            })
    void writesEveryValueSoThatItIsReadAgain(String text) {
        assertThat(again(json(text))).isEqualTo(json(text));
    }

    @Test
    void writesNoAliases() {
        ObjectNode shared = JsonNodeFactory.instance.objectNode().put("a", 1);
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.set("one", shared);
        json.set("two", shared);

        assertThat(text(json)).isEqualTo("one:\n  a: 1\ntwo:\n  a: 1\n");
    }

    private JsonNode again(JsonNode json) {
        return reader.yaml(YamlWriter.write(json)).root();
    }

    private JsonNode json(String text) {
        return reader.json(text.getBytes(StandardCharsets.UTF_8)).root();
    }

    private static String text(JsonNode json) {
        return new String(YamlWriter.write(json), StandardCharsets.UTF_8);
    }
}
