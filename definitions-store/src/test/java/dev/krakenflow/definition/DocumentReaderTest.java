package dev.krakenflow.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentReaderTest {
    private final DocumentReader reader = new DocumentReader();

    @Test
    void keepsNumbersExactAndKeysInOrder() {
        JsonNode root = json("{\"z\": 123456789012345678901234567890, \"a\": 0.10, \"m\": 1e400}")
                .root();

        assertThat(root.fieldNames()).toIterable().containsExactly("z", "a", "m");
        assertThat(root.get("z").bigIntegerValue()).hasToString("123456789012345678901234567890");
        assertThat(root.get("a").decimalValue()).isEqualByComparingTo("0.1");
        assertThat(root.get("m").decimalValue()).isEqualByComparingTo("1e400");
    }

    @Test
    void knowsWhereValuesStand() {
        Document document = json("{\"a\": 1,\n  \"b\": [true,\n    {\"c\": 2}]}");

        assertThat(document.location("/b")).isEqualTo(new Location(2, 3));
        assertThat(document.location("/b/1")).isEqualTo(new Location(3, 5));
        assertThat(document.location("/b/1/c")).isEqualTo(new Location(3, 6));
        assertThat(document.location("/b/1/missing")).isEqualTo(new Location(3, 5));
        assertThat(document.part("/b/1").location("/c")).isEqualTo(new Location(3, 6));
    }

    @Test
    void tellsTheDefinitionsOfAListApart() {
        List<Document> elements =
                json("[1, 1,\n {\"a\": [1, 1]},\n {\"b\": 1}]").elements();

        assertThat(elements).hasSize(4);
        assertThat(elements.get(1).location("")).isEqualTo(new Location(1, 5));
        assertThat(elements.get(2).location("/a/1")).isEqualTo(new Location(2, 12));
        assertThat(elements.get(3).location("/b")).isEqualTo(new Location(3, 3));
        assertThat(json("{}").elements()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"name\":                 | 1 | 9",
                "{\"a\": 1, \"a\": 2}       | 1 | 10",
                "{\"a\": 1} {}              | 1 | 10",
                "{\"a\": 1E401}             | 1 | 7",
                "{\"a\": 1e99999999999}     | 1 | 7",
                "{\"a\": \"\\ud800\"}       | 1 | 7",
                "{'a': 1}                   | 1 | 2",
                "{\"a\": 01}                | 1 | 8",
                "[1, 2,]                    | 1 | 7",
            })
    void saysWhereJsonIsMalformed(String text, int line, int column) {
        assertThat(malformed(text).location()).isEqualTo(new Location(line, column));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  \n", "nul", "// comment\n1", "NaN"})
    void refusesWhatIsNotJson(String text) {
        assertThatThrownBy(() -> json(text)).isInstanceOf(MalformedDefinitionException.class);
    }

    @Test
    void refusesBytesThatAreNotUtf8() {
        byte[] text = {'{', '"', 'a', '"', ':', '\n', '"', (byte) 0xC3, '"', '}'};

        MalformedDefinitionException e =
                catchThrowableOfType(MalformedDefinitionException.class, () -> reader.json(text));
        assertThat(e.location()).isEqualTo(new Location(2, 2));
    }

    @Test
    void refusesNestingWithoutEnd() {
        assertThatThrownBy(() -> json("[".repeat(100_000))).isInstanceOf(MalformedDefinitionException.class);
        assertThatThrownBy(() -> yaml("[".repeat(100_000))).isInstanceOf(MalformedDefinitionException.class);
    }

    @Test
    void readsYamlAsTheJsonItMeans() {
        Document document = yaml("""
                # a comment
                name: hello
                version: "1"
                on: yes
                none: ~
                flag: TRUE
                numbers: [1, -2, 0x1F, 0o17, 1.5, .5, 1e3, 123456789012345678901234567890]
                1: one
                text: |
                  two
                  lines
                """);

        assertThat(document.root()).isEqualTo(json("""
                                {"name": "hello", "version": "1", "on": "yes", "none": null, "flag": true,
                                 "numbers": [1, -2, 31, 15, 1.5, 0.5, 1e3, 123456789012345678901234567890],
                                 "1": "one", "text": "two\\nlines\\n"}
                                """).root());
        assertThat(document.location("/flag")).isEqualTo(new Location(6, 1));
        assertThat(document.location("/numbers/2")).isEqualTo(new Location(7, 18));
    }

    @Test
    void expandsAliases() {
        Document document = yaml("a: &x {b: 1}\nc: *x\nd: 2\n");

        assertThat(document.root())
                .isEqualTo(
                        json("{\"a\": {\"b\": 1}, \"c\": {\"b\": 1}, \"d\": 2}").root());
        assertThat(document.location("/c")).isEqualTo(new Location(2, 1));
        assertThat(document.location("/c/b")).isEqualTo(new Location(1, 8));
        assertThat(document.location("/d")).isEqualTo(new Location(3, 1));
    }

    @Test
    void refusesAliasesThatMultiply() {
        List<String> lines = new ArrayList<>(List.of("a0: &a0 [1, 2, 3, 4, 5, 6, 7, 8, 9]"));
        for (int i = 1; i < 30; i++) {
            String before = "*a" + (i - 1);
            lines.add("a%d: &a%d [%s]".formatted(i, i, String.join(", ", Collections.nCopies(9, before))));
        }

        assertThatThrownBy(() -> yaml(String.join("\n", lines)))
                .isInstanceOf(MalformedDefinitionException.class)
                .hasMessageContaining("values");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: 1\na: 2",
                "a: 1\n---\nb: 2",
                "a: &x [*x]",
                "a: *nothing",
                "a: !mine 1",
                "a: !!binary aGk=",
                "? [a, b]\n: 1",
                "a: .inf",
                "a: .nan",
                "a: 1e401",
                "a: [1, 2",
                "a: \"\\ud800\"",
                "\ta: 1",
                ""
            })
    void refusesWhatHasNoPlaceInADefinition(String text) {
        assertThatThrownBy(() -> yaml(text)).isInstanceOf(MalformedDefinitionException.class);
    }

    @Test
    void saysWhereYamlIsMalformed() {
        MalformedDefinitionException e =
                catchThrowableOfType(MalformedDefinitionException.class, () -> yaml("a: 1\nb: [1, 2\nc: 3\n"));

        assertThat(e.location().line()).isGreaterThanOrEqualTo(2);
        assertThat(e).hasMessageContaining("line");
    }

    private MalformedDefinitionException malformed(String text) {
        return catchThrowableOfType(MalformedDefinitionException.class, () -> json(text));
    }

    private Document json(String text) {
        return reader.json(text.getBytes(StandardCharsets.UTF_8));
    }

    private Document yaml(String text) {
        return reader.yaml(text.getBytes(StandardCharsets.UTF_8));
    }
}
