package dev.krakenflow.function.pipeline.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.krakenflow.definition.DocumentReader;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MovedSchemaTest {

    private static final String HOME = "#/home";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'$ref': '#/$defs/a', '$defs': {'a': {}}}           | {'$ref': '#/home/$defs/a', '$defs': {'a': {}}}",
                "{'properties': {'child': {'$ref': '#'}}}            | {'properties': {'child': {'$ref': '#/home'}}}",
                "{'items': [{'$ref': '#/$defs/a~1b%25'}]}            | {'items': [{'$ref': '#/home/$defs/a~1b%25'}]}",
                "{'$ref': '#x', '$defs': {'a/ü': {'$anchor': 'x'}}}  | {'$ref': '#/home/$defs/a~1%C3%BC', '$defs': {'a/ü': {}}}",
                "{'$dynamicAnchor': 'n', 'items': {'$dynamicRef': '#n'}} | {'items': {'$dynamicRef': '#/home'}}",
                "{'$id': 'http://a/b', '$schema': 'x', 'items': {'$ref': '#'}} | {'items': {'$ref': '#/home'}}",
            })
    void leadsReferencesToWhereTheirPlacesAre(String written, String moved) {
        assertThat(moved(written)).isEqualTo(json(moved));
    }

    @Test
    void keepsReferencesInsideWhatHasItsOwnIdentifier() {
        assertThat(moved("{'$defs': {'a': {'$id': 'a', '$ref': '#/$defs/b', '$defs': {'b': {'$anchor': 'x'}},"
                        + " 'items': {'$ref': '#x'}}}, '$anchor': 'x', 'items': {'$ref': '#x'}}"))
                .isEqualTo(json("{'$defs': {'a': {'$ref': '#/home/$defs/a/$defs/b', '$defs': {'b': {}},"
                        + " 'items': {'$ref': '#/home/$defs/a/$defs/b'}}}, 'items': {'$ref': '#/home'}}"));
    }

    @Test
    void leavesNamesAndDataAsTheyAre() {
        String schema = "{'properties': {'$ref': {'type': 'string'}, '$id': {'const': {'$ref': '#'}}, 'enum': {}},"
                + " 'required': ['$ref'], 'default': {'$anchor': 'x'}, 'enum': [{'$ref': '#'}], 'not': true}";

        assertThat(moved(schema)).isEqualTo(json(schema));
    }

    @Test
    void doesNotChangeWhatItCopies() {
        JsonNode schema = json("{'$id': 'a', 'items': {'$ref': '#'}}");

        MovedSchema.of(schema, HOME);

        assertThat(schema).isEqualTo(json("{'$id': 'a', 'items': {'$ref': '#'}}"));
    }

    private static JsonNode moved(String schema) {
        return MovedSchema.of(json(schema), HOME);
    }

    private static JsonNode json(String text) {
        byte[] bytes = text.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        return new DocumentReader().json(bytes).root();
    }
}
