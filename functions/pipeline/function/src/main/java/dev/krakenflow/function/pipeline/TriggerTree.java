package dev.krakenflow.function.pipeline;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Finds the trigger of a method and a path: a tree of segments, made once for a routing. Where several triggers of a
 * method take a path, text wins over a parameter, in the first segment in which they differ. Immutable.
 */
final class TriggerTree {

    private static final String PARAMETER = "{}";

    private final Node root = new Node();

    /** What stands behind the segments so far. */
    private static final class Node {
        private final Map<String, Node> texts = new HashMap<>();
        private @Nullable Node parameter;
        private final Map<String, TriggerClaim> claims = new TreeMap<>();

        Node behind(String segment) {
            if (!segment.equals(PARAMETER)) {
                return texts.computeIfAbsent(segment, text -> new Node());
            }
            if (parameter == null) {
                parameter = new Node();
            }
            return parameter;
        }
    }

    /** @param triggers shape → pipeline, as in {@link dev.krakenflow.store.Routing#triggers} */
    TriggerTree(Map<String, String> triggers) {
        triggers.forEach((shape, pipeline) -> {
            int space = shape.indexOf(' ');
            Node node = root;
            for (String segment : shape.substring(space + 2).split("/", -1)) {
                node = node.behind(segment);
            }
            node.claims.put(shape.substring(0, space), new TriggerClaim(shape, pipeline));
        });
    }

    /** The claim on a method and a path; null when there is none. */
    @Nullable TriggerClaim find(String method, List<String> segments) {
        return find(root, method, segments, 0);
    }

    /** All methods for which somebody claims a path. */
    SortedSet<String> methods(List<String> segments) {
        SortedSet<String> methods = new TreeSet<>();
        collect(root, segments, 0, methods);
        return methods;
    }

    private static @Nullable TriggerClaim find(Node node, String method, List<String> segments, int index) {
        if (index == segments.size()) {
            return node.claims.get(method);
        }
        String segment = segments.get(index);
        Node text = node.texts.get(segment);
        TriggerClaim found = text == null ? null : find(text, method, segments, index + 1);
        if (found == null && node.parameter != null && !segment.isEmpty()) {
            found = find(node.parameter, method, segments, index + 1);
        }
        return found;
    }

    private static void collect(Node node, List<String> segments, int index, SortedSet<String> methods) {
        if (index == segments.size()) {
            methods.addAll(node.claims.keySet());
            return;
        }
        String segment = segments.get(index);
        Node text = node.texts.get(segment);
        if (text != null) {
            collect(text, segments, index + 1, methods);
        }
        if (node.parameter != null && !segment.isEmpty()) {
            collect(node.parameter, segments, index + 1, methods);
        }
    }
}
