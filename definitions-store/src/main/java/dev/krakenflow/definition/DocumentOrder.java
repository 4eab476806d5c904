package dev.krakenflow.definition;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The order in which the values of a document are written: what holds others stands before them. */
final class DocumentOrder {

    private DocumentOrder() {}

    /** Findings in document order; those of one place stay as they are. */
    static List<Problem> sorted(JsonNode root, List<Problem> findings) {
        if (findings.size() < 2) {
            return List.copyOf(findings);
        }
        Place top = new Place(null);
        List<Placed> placed = new ArrayList<>();
        findings.forEach(finding -> placed.add(new Placed(finding, top.at(finding.pointer()))));
        top.find(root, 0);
        placed.sort(Comparator.comparingInt(it -> it.place().position()));
        return placed.stream().map(Placed::finding).toList();
    }

    private record Placed(Problem finding, Place place) {}

    /** A place that a finding is about, or that holds such places. */
    private static final class Place {
        private static final int NOWHERE = -1;

        private final @Nullable Place outside;
        private final Map<String, Place> inside = new HashMap<>();
        private int position = NOWHERE;

        Place(@Nullable Place outside) {
            this.outside = outside;
        }

        /** The place at a pointer that begins here. */
        Place at(String pointer) {
            Place place = this;
            for (int from = 1; from <= pointer.length(); ) {
                int slash = pointer.indexOf('/', from);
                int to = slash < 0 ? pointer.length() : slash;
                Place holder = place;
                place = place.inside.computeIfAbsent(
                        Pointers.key(pointer.substring(from, to)), key -> new Place(holder));
                from = to + 1;
            }
            return place;
        }

        /** Where it is, or where what would hold it is. */
        int position() {
            Place place = this;
            while (place.position == NOWHERE && place.outside != null) {
                place = place.outside;
            }
            return place.position;
        }

        /** Finds all places inside; gives the position behind this one. */
        int find(JsonNode node, int here) {
            position = here;
            int next = here + 1;
            for (Map.Entry<String, JsonNode> member : node.properties()) {
                next = find(member.getKey(), member.getValue(), next);
            }
            for (int i = 0; node.isArray() && i < node.size(); i++) {
                next = find(Integer.toString(i), node.get(i), next);
            }
            return next;
        }

        private int find(String key, JsonNode value, int next) {
            Place place = inside.get(key);
            return place == null ? next + NodePosition.size(value) : place.find(value, next);
        }
    }
}
