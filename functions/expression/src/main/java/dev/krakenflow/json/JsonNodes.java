package dev.krakenflow.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;

/** The way between Jackson's trees, in which definitions are kept, and the values of this package. Thread-safe. */
public final class JsonNodes {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private JsonNodes() {}

    /** The value that a tree holds. */
    public static Object toValue(JsonNode node) {
        return switch (node.getNodeType()) {
            case OBJECT -> toMap(node);
            case ARRAY -> toList(node);
            case STRING -> node.textValue();
            case BOOLEAN -> node.booleanValue();
            case NUMBER -> toNumber(node);
            case NULL -> JsonNull.VALUE;
            case MISSING, BINARY, POJO -> throw new IllegalArgumentException("not JSON: " + node.getNodeType());
        };
    }

    private static JsonObject toMap(JsonNode node) {
        JsonObject map = new JsonObject(node.size());
        node.properties().forEach(member -> map.put(member.getKey(), toValue(member.getValue())));
        return map;
    }

    private static JsonList toList(JsonNode node) {
        JsonList list = new JsonList(node.size());
        node.forEach(element -> list.add(toValue(element)));
        return list;
    }

    private static Number toNumber(JsonNode node) {
        if (!node.isIntegralNumber()) {
            return Decimals.exact(node.decimalValue());
        }
        if (node.canConvertToInt()) {
            return node.intValue();
        }
        return node.canConvertToLong() ? (Number) node.longValue() : node.bigIntegerValue();
    }

    /**
     * The tree of a value.
     *
     * @throws IllegalArgumentException when it is no JSON value
     */
    public static JsonNode toNode(Object value) {
        return switch (value) {
            case Map<?, ?> it -> toObject(it);
            case List<?> it -> toArray(it);
            case String it -> NODES.textNode(it);
            case Boolean it -> NODES.booleanNode(it);
            case Integer it -> NODES.numberNode(it);
            case Long it -> NODES.numberNode(it);
            case Double it -> NODES.numberNode(it);
            case BigInteger it -> NODES.numberNode(it);
            case BigDecimal it -> NODES.numberNode(it);
            case JsonNull it -> NODES.nullNode();
            default -> throw new IllegalArgumentException("not a JSON value: " + value.getClass());
        };
    }

    private static ObjectNode toObject(Map<?, ?> map) {
        ObjectNode node = NODES.objectNode();
        map.forEach((name, value) -> node.set((String) name, toNode(value)));
        return node;
    }

    private static ArrayNode toArray(List<?> list) {
        ArrayNode node = NODES.arrayNode(list.size());
        list.forEach(element -> node.add(toNode(element)));
        return node;
    }
}
