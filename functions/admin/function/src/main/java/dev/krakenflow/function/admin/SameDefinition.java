package dev.krakenflow.function.admin;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import java.util.Map;

/**
 * Tells whether two definitions are the same. The order of keys counts, because it means something: the changes of
 * branches are merged in it, and results have their keys in it. Numbers count by their value: 1.0 may be shown as 1, and
 * what was shown is sent back.
 */
final class SameDefinition {

    private SameDefinition() {}

    /** Whether two values of any kind are the same. */
    static boolean are(JsonNode one, JsonNode other) {
        if (one.isNumber() && other.isNumber()) {
            return one.decimalValue().compareTo(other.decimalValue()) == 0;
        }
        if (!one.isContainerNode()) {
            return one.equals(other);
        }
        return one.getNodeType() == other.getNodeType() && one.size() == other.size() && haveTheSame(one, other);
    }

    private static boolean haveTheSame(JsonNode one, JsonNode other) {
        if (!haveKeysInOneOrder(one, other)) {
            return false;
        }
        Iterator<JsonNode> others = other.iterator();
        for (JsonNode value : one) {
            if (!are(value, others.next())) {
                return false;
            }
        }
        return true;
    }

    /** True for what is no object. */
    private static boolean haveKeysInOneOrder(JsonNode one, JsonNode other) {
        Iterator<Map.Entry<String, JsonNode>> others = other.properties().iterator();
        for (Map.Entry<String, JsonNode> member : one.properties()) {
            if (!others.hasNext() || !member.getKey().equals(others.next().getKey())) {
                return false;
            }
        }
        return !others.hasNext();
    }
}
