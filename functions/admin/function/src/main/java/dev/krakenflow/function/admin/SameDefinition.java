package dev.krakenflow.function.admin;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import java.util.Map;

/**
 * Tells whether two definitions are the same. The order of keys counts, because it means something: the changes of
 * branches are merged in it, and results have their keys in it.
 */
final class SameDefinition {

    private SameDefinition() {}

    /** Whether two values of any kind are the same. */
    static boolean are(JsonNode one, JsonNode other) {
        return one.equals(other) && areInOneOrder(one, other);
    }

    /** Whether the keys of two objects are the same, in the same order; true for what is no object. */
    static boolean haveKeysInOneOrder(JsonNode one, JsonNode other) {
        Iterator<Map.Entry<String, JsonNode>> others = other.properties().iterator();
        for (Map.Entry<String, JsonNode> member : one.properties()) {
            if (!others.hasNext() || !member.getKey().equals(others.next().getKey())) {
                return false;
            }
        }
        return !others.hasNext();
    }

    private static boolean areInOneOrder(JsonNode one, JsonNode other) {
        if (!haveKeysInOneOrder(one, other)) {
            return false;
        }
        Iterator<JsonNode> others = other.iterator();
        for (JsonNode value : one) {
            if (!areInOneOrder(value, others.next())) {
                return false;
            }
        }
        return true;
    }
}
