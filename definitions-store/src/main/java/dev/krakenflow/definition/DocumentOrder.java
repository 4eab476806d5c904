package dev.krakenflow.definition;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The order in which the values of a document are written: what holds others stands before them. */
final class DocumentOrder {
    private final Set<String> wanted;
    private final Map<String, Integer> positions = new HashMap<>();
    private int position;

    private DocumentOrder(Set<String> wanted) {
        this.wanted = wanted;
    }

    /** Findings in document order; those of one place stay as they are. */
    static List<Problem> sorted(JsonNode root, List<Problem> findings) {
        if (findings.size() < 2) {
            return List.copyOf(findings);
        }
        Set<String> pointers = new HashSet<>();
        findings.forEach(finding -> pointers.add(finding.pointer()));
        Map<String, Integer> positions = positions(root, pointers);
        List<Problem> sorted = new ArrayList<>(findings);
        sorted.sort(Comparator.comparing(finding -> nearest(positions, finding.pointer())));
        return List.copyOf(sorted);
    }

    /** Positions of these places and of all that hold them, as far as they are there. */
    private static Map<String, Integer> positions(JsonNode root, Set<String> pointers) {
        Set<String> wanted = new HashSet<>();
        for (String pointer : pointers) {
            for (String place = pointer; !place.isEmpty() && wanted.add(place); ) {
                place = Pointers.parent(place);
            }
        }
        DocumentOrder order = new DocumentOrder(wanted);
        order.positions.put("", 0);
        order.walk(root, "");
        return order.positions;
    }

    private static int nearest(Map<String, Integer> positions, String pointer) {
        String place = pointer;
        while (!positions.containsKey(place) && !place.isEmpty()) {
            place = Pointers.parent(place);
        }
        return positions.getOrDefault(place, 0);
    }

    private void walk(JsonNode node, String pointer) {
        if (wanted.contains(pointer)) {
            positions.put(pointer, position);
        }
        position++;
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            walk(member.getValue(), Pointers.member(pointer, member.getKey()));
        }
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                walk(node.get(i), Pointers.element(pointer, i));
            }
        }
    }
}
