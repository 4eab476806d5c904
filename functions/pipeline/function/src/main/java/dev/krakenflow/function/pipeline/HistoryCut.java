package dev.krakenflow.function.pipeline;

import dev.krakenflow.json.WrittenSize;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The first and the last entries of a history, as many as there is room for. In place of those in the middle stands one
 * entry that counts them, {@code left_out}; the history may have such a one already. Used by one thread.
 */
final class HistoryCut {

    private static final String LEFT_OUT = "left_out";

    private final List<Map<String, Object>> all;
    private final long room;
    private long taken;
    private int first;
    private int last;

    /** @param room in the measure of {@link WrittenSize} */
    HistoryCut(List<Map<String, Object>> history, long room) {
        this.all = List.copyOf(history);
        this.room = room;
        boolean more = true;
        while (more && first + last < all.size()) {
            more = false;
            if (takes(all.get(first))) {
                first++;
                more = true;
            }
            if (first + last < all.size() && takes(all.get(all.size() - 1 - last))) {
                last++;
                more = true;
            }
        }
    }

    /** How much of the room is used. */
    long taken() {
        return taken;
    }

    List<Map<String, Object>> entries() {
        if (first + last == all.size()) {
            return all;
        }
        List<Map<String, Object>> middle = all.subList(first, all.size() - last);
        long missing = middle.stream()
                .mapToLong(entry -> entry.get(LEFT_OUT) instanceof Number others ? others.longValue() : 1)
                .sum();
        List<Map<String, Object>> kept = new ArrayList<>(all.subList(0, first));
        kept.add(Map.of(LEFT_OUT, missing));
        kept.addAll(all.subList(all.size() - last, all.size()));
        return kept;
    }

    private boolean takes(Map<String, Object> entry) {
        if (entry.containsKey(LEFT_OUT) || !new WrittenSize(room - taken).add(entry)) {
            return false;
        }
        taken += WrittenSize.of(entry);
        return true;
    }
}
