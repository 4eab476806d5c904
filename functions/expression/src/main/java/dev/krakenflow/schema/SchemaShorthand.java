package dev.krakenflow.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;

/**
 * The short form of schemas: property names at the top, {@code required} beside them. A property may be called
 * {@code type}: only a string or a list under {@code type} makes a full schema.
 */
public final class SchemaShorthand {

    private static final Set<String> FULL = Set.of("$schema", "$ref", "$defs", "allOf", "anyOf", "oneOf", "not", "if");
    private static final String REQUIRED = "required";
    private static final String PROPERTIES = "properties";

    private SchemaShorthand() {}

    /** Whether this is the short form, and not a schema as it stands. */
    public static boolean isShort(JsonNode schema) {
        if (!schema.isObject() || schema.path(PROPERTIES).isObject()) {
            return false;
        }
        JsonNode type = schema.path("type");
        return !type.isTextual() && !type.isArray() && FULL.stream().noneMatch(schema::has);
    }

    /** The full schema that was meant; anything but the short form is returned as it is. */
    public static JsonNode expand(JsonNode schema) {
        if (!isShort(schema)) {
            return schema;
        }
        ObjectNode full = JsonNodeFactory.instance.objectNode();
        full.put("type", "object");
        ObjectNode properties = full.putObject(PROPERTIES);
        for (Map.Entry<String, JsonNode> property : schema.properties()) {
            boolean list =
                    property.getKey().equals(REQUIRED) && property.getValue().isArray();
            (list ? full : properties).set(property.getKey(), property.getValue());
        }
        return full;
    }

    /** Where a pointer into the expanded schema stands in the schema as it was written. */
    public static String written(JsonNode schema, String pointer) {
        String prefix = "/" + PROPERTIES + "/";
        return isShort(schema) && pointer.startsWith(prefix) ? pointer.substring(prefix.length() - 1) : pointer;
    }
}
