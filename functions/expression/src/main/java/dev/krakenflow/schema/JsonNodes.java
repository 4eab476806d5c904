package dev.krakenflow.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;

/** JSON values of a run as the nodes that the schema library validates. */
final class JsonNodes {

    private static final JsonNodeFactory NODES = JsonNodeFactory.withExactBigDecimals(true);

    private JsonNodes() {}

    static JsonNode of(Object value) {
        return switch (value) {
            case Map<?, ?> it -> object(it);
            case List<?> it -> array(it);
            case String it -> NODES.textNode(it);
            case Boolean it -> NODES.booleanNode(it);
            case Integer it -> NODES.numberNode((int) it);
            case Long it -> NODES.numberNode((long) it);
            case BigInteger it -> NODES.numberNode(it);
            case BigDecimal it -> NODES.numberNode(it);
            case Double it -> NODES.numberNode(BigDecimal.valueOf(it));
            default -> NODES.nullNode();
        };
    }

    private static ObjectNode object(Map<?, ?> members) {
        ObjectNode object = NODES.objectNode();
        members.forEach((key, member) -> object.set((String) key, of(member)));
        return object;
    }

    private static ArrayNode array(List<?> elements) {
        ArrayNode array = NODES.arrayNode(elements.size());
        elements.forEach(element -> array.add(of(element)));
        return array;
    }
}
