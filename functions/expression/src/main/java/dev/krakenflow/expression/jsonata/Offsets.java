package dev.krakenflow.expression.jsonata;

import java.util.Map;
import java.util.TreeMap;

/** Which character of the source a character of the rewritten one came from. */
final class Offsets {

    private final TreeMap<Integer, Integer> sourceByRewritten = new TreeMap<>();

    /** From here on, the rewritten text is that of the source from there on. */
    void add(int rewritten, int source) {
        sourceByRewritten.put(rewritten, source);
    }

    int inSource(int rewritten) {
        Map.Entry<Integer, Integer> before = sourceByRewritten.floorEntry(rewritten);
        return before == null ? rewritten : before.getValue() + (rewritten - before.getKey());
    }
}
