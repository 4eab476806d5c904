package dev.krakenflow.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void findsEveryValueThatDoesNotMatchWithItsPointer() {
        List<SchemaFinding> findings = validate(
                "{'a': {'type': 'number'}, 'b': {'type': 'string'}, 'required': ['c']}", Map.of("a", "x", "b", true));

        assertThat(findings).extracting(SchemaFinding::pointer).containsExactlyInAnyOrder("/a", "/b", "");
    }

    @Test
    void neverNamesTheOffendingValue() {
        List<SchemaFinding> findings = validate(
                """
                {'a': {'enum': ['x']}, 'b': {'const': 'x'}, 'c': {'pattern': '^x$'}, 'd': {'format': 'email'},
                 'e': {'not': {'type': 'string'}}, 'f': {'maxLength': 1}, 'g': {'anyOf': [{'const': 1}, {'type': 'null'}]}}
                """,
                Map.of(
                        "a", "hidden", "b", "hidden", "c", "hidden", "d", "hidden", "e", "hidden", "f", "hidden", "g",
                        "hidden"));

        assertThat(findings).hasSizeGreaterThanOrEqualTo(7);
        assertThat(findings).extracting(SchemaFinding::message).noneMatch(message -> message.contains("hidden"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"date", "date-time", "email", "uuid", "ipv4", "uri"})
    void assertsFormats(String format) {
        assertThat(validate("{'a': {'type': 'string', 'format': '" + format + "'}}", Map.of("a", "nothing of it")))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "email,     must be a valid RFC 5321 Mailbox",
        "uuid,      must be a valid RFC 4122 UUID",
        "date-time, must be a valid RFC 3339 date-time"
    })
    void saysOnceWhatAFormatWants(String format, String wanted) {
        assertThat(validate("{'a': {'format': '" + format + "'}}", Map.of("a", "nothing of it")))
                .extracting(SchemaFinding::message)
                .containsExactly(wanted);
    }

    @Test
    void takesKeywordsThatItDoesNotKnowAsAnnotationsAndLogsNothing() {
        PrintStream err = System.err;
        ByteArrayOutputStream logged = new ByteArrayOutputStream();
        System.setErr(new PrintStream(logged, true, StandardCharsets.UTF_8));
        try {
            for (String dialect : List.of("", "'$schema': 'https://json-schema.org/draft/2020-12/schema', ")) {
                String schema =
                        "{" + dialect + "'type': 'object', 'x-owner': 'shop', 'properties': {'a': {'example': 1}}}";
                assertThat(validate(schema, Map.of("a", 1))).isEmpty();
            }
        } finally {
            System.setErr(err);
        }

        assertThat(logged.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void takesNumbersOfAnySizeAndIntegersWrittenAsDecimals() {
        String schema = "{'type': 'array', 'items': {'type': 'integer'}}";

        assertThat(validate(schema, List.of(1, 2L, new BigInteger("99999999999999999999"), new BigDecimal("1.0"), 3.0)))
                .isEmpty();
        assertThat(validate(schema, List.of(1.5))).hasSize(1);
    }

    @Test
    void followsReferencesInsideTheSchema() {
        String schema = "{'properties': {'a': {'$ref': '#/$defs/pos'}}, '$defs': {'pos': {'exclusiveMinimum': 0}}}";

        assertThat(validate(schema, Map.of("a", 1))).isEmpty();
        assertThat(validate(schema, Map.of("a", 0)))
                .extracting(SchemaFinding::pointer)
                .containsExactly("/a");
    }

    @Test
    void followsReferencesToAnchors() {
        String schema = "{'$ref': '#me', '$defs': {'a': {'$anchor': 'me', 'type': 'string'}}}";

        assertThat(validate(schema, "x")).isEmpty();
        assertThat(validate(schema, 1)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'properties': {'a': {'type': 'strin'}}}       | /properties/a/type",
                "{'properties': {'a': 7}}                       | /properties/a",
                "{'$ref': 'https://example.com/schema.json'}    | /$ref",
                "{'items': {'$ref': 'other.json'}}              | /items/$ref",
                "{'$ref': '#/$defs/nothing'}                    | /$ref",
                "{'$ref': '#nothing'}                           | /$ref",
                "{'$dynamicRef': '#nothing'}                    | /$dynamicRef",
                "{'$schema': 'http://json-schema.org/draft-07/schema#'} | /$schema",
                "{'properties': {'a': {'pattern': '(('}}}       | /properties/a/pattern",
                "{'minLength': -1}                              | /minLength",
                "5                                              | ''",
            })
    void findsWhatIsWrongWithASchema(String schema, String pointer) {
        assertThat(Schema.check(json(schema)))
                .extracting(SchemaFinding::pointer)
                .containsExactly(pointer);
    }

    @Test
    void takesPropertiesAndDataThatLookLikeKeywords() {
        assertThat(Schema.check(json("{'properties': {'$ref': {'type': 'string'}}, 'const': {'$ref': 'elsewhere'}}")))
                .isEmpty();
    }

    @Test
    void refusesSchemasNestedWithoutEnd() {
        String schema = "{'not': ".repeat(300) + "{}" + "}".repeat(300);

        assertThat(Schema.check(json(schema))).hasSize(1);
    }

    @Test
    void compilesNoSchemaThatIsNone() {
        assertThatThrownBy(() -> Schema.compile(json("{'$ref': '#/$defs/nothing'}")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void givesUpOnPatternsThatBacktrack() {
        assertThat(validate("{'a': {'pattern': '(a+)+$'}}", Map.of("a", "a".repeat(5_000) + "!")))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains("too long"));
    }

    @Test
    void givesUpOnSchemasThatMultiply() {
        StringBuilder schema = new StringBuilder("{'$ref': '#/$defs/a0', '$defs': {");
        for (int i = 0; i < 40; i++) {
            String next = "{'$ref': '#/$defs/a" + (i + 1) + "'}";
            schema.append("'a%d': {'allOf': [%s, %s]},".formatted(i, next, next));
        }

        assertThat(validate(schema + "'a40': {}}}", "x")).hasSize(1);
    }

    @Test
    void survivesSchemasThatReferToThemselves() {
        assertThat(validate("{'$ref': '#'}", 1)).hasSize(1);
        assertThat(validate(
                        "{'properties': {'a': {'$ref': '#/properties/b'}, 'b': {'$ref': '#/properties/a'}}}",
                        Map.of("a", 1)))
                .hasSize(1);
    }

    @Test
    void listsABoundedNumberOfFindings() {
        assertThat(validate("{'type': 'array', 'items': {'type': 'string'}}", Collections.nCopies(100_000, 1)))
                .hasSize(Schema.MAX_FINDINGS);
    }

    private static List<SchemaFinding> validate(String schema, Object value) {
        JsonNode full = SchemaShorthand.expand(json(schema));
        assertThat(Schema.check(full)).isEmpty();
        return Schema.compile(full).validate(value);
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
