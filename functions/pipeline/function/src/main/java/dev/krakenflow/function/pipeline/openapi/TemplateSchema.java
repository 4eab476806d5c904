package dev.krakenflow.function.pipeline.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What can be told of a template's values without running it: the literal parts of its shape. Stateless, thread-safe. */
final class TemplateSchema {

    private static final String TYPE = "type";

    private TemplateSchema() {}

    /** A schema that every value of the template matches; an expression may give anything. */
    static ObjectNode of(JsonNode template) {
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        switch (template.getNodeType()) {
            case OBJECT -> {
                ObjectNode properties = schema.put(TYPE, "object").putObject("properties");
                template.properties().forEach(it -> properties.set(it.getKey(), of(it.getValue())));
            }
            case ARRAY -> schema.put(TYPE, "array");
            case STRING -> {
                if (!isExpression(template)) {
                    schema.put(TYPE, "string");
                }
            }
            case NUMBER -> schema.put(TYPE, "number");
            case BOOLEAN -> schema.put(TYPE, "boolean");
            case NULL -> schema.put(TYPE, "null");
            case MISSING, BINARY, POJO -> throw new IllegalArgumentException("not JSON: " + template.getNodeType());
        }
        return schema;
    }

    /** Whether only a run knows the value. */
    static boolean isExpression(JsonNode template) {
        return template.isTextual() && template.textValue().strip().startsWith("{%");
    }
}
