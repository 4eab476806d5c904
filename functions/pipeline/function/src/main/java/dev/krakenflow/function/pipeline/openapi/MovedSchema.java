package dev.krakenflow.function.pipeline.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;

/**
 * A JSON Schema 2020-12 as a part of a larger document: every reference in it, which can only lead into the schema itself,
 * leads to the same place where that is now. Identifiers and anchors go, because they would hold for the whole document;
 * what refers to them by name refers to the place instead (a {@code $dynamicRef} to that of its own resource).
 */
final class MovedSchema {

    private static final Set<String> GONE = Set.of("$id", "$schema", "$anchor", "$dynamicAnchor", "$vocabulary");
    private static final Set<String> REFERENCES = Set.of("$ref", "$dynamicRef");
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final String home;

    private MovedSchema(String home) {
        this.home = home;
    }

    /**
     * A copy that stands somewhere else.
     *
     * @param home where, as a reference: {@code #/components/schemas/x}
     */
    static JsonNode of(JsonNode schema, String home) {
        return new MovedSchema(home).schema(schema, "", SchemaResource.of(schema, ""));
    }

    /** @param pointer where the schema was */
    private JsonNode schema(JsonNode schema, String pointer, SchemaResource outer) {
        if (schema instanceof ArrayNode list) {
            return list(list, pointer, outer);
        }
        if (!(schema instanceof ObjectNode)) {
            return schema;
        }
        SchemaResource resource = schema.has(SchemaResource.ID) ? SchemaResource.of(schema, pointer) : outer;
        ObjectNode moved = NODES.objectNode();
        for (Map.Entry<String, JsonNode> keyword : schema.properties()) {
            String key = keyword.getKey();
            if (!GONE.contains(key)) {
                moved.set(key, keyword(key, keyword.getValue(), SchemaResource.member(pointer, key), resource));
            }
        }
        return moved;
    }

    private JsonNode keyword(String key, JsonNode value, String pointer, SchemaResource resource) {
        if (REFERENCES.contains(key) && value.isTextual()) {
            return NODES.textNode(home + resource.pointer(value.textValue()));
        }
        if (SchemaResource.NAMED.contains(key) && value.isObject()) {
            ObjectNode named = NODES.objectNode();
            value.properties()
                    .forEach(it -> named.set(
                            it.getKey(), schema(it.getValue(), SchemaResource.member(pointer, it.getKey()), resource)));
            return named;
        }
        return SchemaResource.DATA.contains(key) ? value : schema(value, pointer, resource);
    }

    private ArrayNode list(ArrayNode list, String pointer, SchemaResource resource) {
        ArrayNode moved = NODES.arrayNode(list.size());
        for (int i = 0; i < list.size(); i++) {
            moved.add(schema(list.get(i), pointer + "/" + i, resource));
        }
        return moved;
    }
}
