package dev.krakenflow.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaShorthandTest {

    @Test
    void putsPropertiesWhereTheyBelong() throws JsonProcessingException {
        assertThat(SchemaShorthand.expand(json("{'a': {'type': 'string'}, 'required': ['a']}")))
                .isEqualTo(json("{'type': 'object', 'properties': {'a': {'type': 'string'}}, 'required': ['a']}"));
    }

    @Test
    void takesPropertiesCalledTypeAndRequired() throws JsonProcessingException {
        assertThat(SchemaShorthand.expand(json("{'type': {'type': 'string'}, 'required': {'type': 'boolean'}}")))
                .isEqualTo(
                        json(
                                "{'type': 'object', 'properties': {'type': {'type': 'string'}, 'required': {'type': 'boolean'}}}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'properties': {}}",
                "{'$schema': 'x'}",
                "{'$ref': '#'}",
                "{'$defs': {}}",
                "{'allOf': []}",
                "{'anyOf': []}",
                "{'oneOf': []}",
                "{'not': {}}",
                "{'if': {}}",
                "{'type': 'object'}",
                "{'type': ['object']}",
                "true"
            })
    void leavesFullSchemasAlone(String schema) throws JsonProcessingException {
        assertThat(SchemaShorthand.expand(json(schema))).isEqualTo(json(schema));
    }

    @Test
    void knowsWhereAFindingWasWritten() throws JsonProcessingException {
        assertThat(SchemaShorthand.written(json("{'a': {'type': 'strin'}}"), "/properties/a/type"))
                .isEqualTo("/a/type");
        assertThat(SchemaShorthand.written(json("{'properties': {'a': 5}}"), "/properties/a"))
                .isEqualTo("/properties/a");
    }

    private static JsonNode json(String text) throws JsonProcessingException {
        return new ObjectMapper().readTree(text.replace('\'', '"'));
    }
}
