package dev.krakenflow.definition;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** How many values stand before a value in its document: what holds a value stands before it. */
final class NodePosition {
    private NodePosition() {}

    /** The position of a value, or of the nearest one that would hold it. */
    static int of(JsonNode root, String pointer) {
        int position = 0;
        JsonNode node = root;
        for (JsonPointer rest = JsonPointer.compile(pointer); !rest.matches(); rest = rest.tail()) {
            JsonNode next = node.isArray() ? node.get(rest.getMatchingIndex()) : node.get(rest.getMatchingProperty());
            if (next == null) {
                return position;
            }
            position += 1
                    + (node.isArray()
                            ? before(node, rest.getMatchingIndex())
                            : before(node, rest.getMatchingProperty()));
            node = next;
        }
        return position;
    }

    /** A value and all that it holds. */
    static int size(JsonNode node) {
        int size = 1;
        for (JsonNode child : node) {
            size += size(child);
        }
        return size;
    }

    private static int before(JsonNode array, int index) {
        int size = 0;
        for (int i = 0; i < index; i++) {
            size += size(array.get(i));
        }
        return size;
    }

    private static int before(JsonNode object, String key) {
        int size = 0;
        for (Map.Entry<String, JsonNode> member : object.properties()) {
            if (member.getKey().equals(key)) {
                return size;
            }
            size += size(member.getValue());
        }
        return size;
    }
}
