package dev.krakenflow.function.pipeline;

import dev.krakenflow.json.WrittenSize;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The entries of a history. One of a component with branches or items that does not fit whole leaves out of these what
 * does not.
 */
final class EntryParts implements MiddleCut.Parts<Map<String, Object>> {
    private static final String LEFT_OUT = "left_out";
    private static final String BRANCHES = "branches";

    @Override
    public @Nullable Map<String, Object> fit(Map<String, Object> entry, long room) {
        if (new WrittenSize(room).add(entry)) {
            return entry;
        }
        Object branches = entry.get(BRANCHES);
        if (branches == null) {
            return null;
        }
        Map<String, Object> cut = new LinkedHashMap<>(entry);
        cut.remove(BRANCHES);
        long size = WrittenSize.of(cut);
        if (size > room) {
            return null;
        }
        cut.put(BRANCHES, branches(branches, (room - size) / 2));
        return cut;
    }

    @Override
    public long leftOut(Map<String, Object> entry) {
        return entry.get(LEFT_OUT) instanceof Number others ? others.longValue() : 0;
    }

    @Override
    public Map<String, Object> ofLeftOut(long entries) {
        return Map.of(LEFT_OUT, entries);
    }

    @SuppressWarnings("unchecked")
    private Object branches(Object branches, long room) {
        if (branches instanceof List<?> items) {
            return new MiddleCut<>((List<List<Map<String, Object>>>) items, room, new ItemParts(this)).kept();
        }
        Map<String, List<Map<String, Object>>> named = (Map<String, List<Map<String, Object>>>) branches;
        Map<String, Object> cut = new LinkedHashMap<>();
        HistoryRoom shared = new HistoryRoom(named.size(), room);
        named.forEach((name, history) -> cut.put(name, shared.fit(history)));
        return cut;
    }

    /** The histories of the items of a map: each is there whole or not at all. */
    private record ItemParts(EntryParts entries) implements MiddleCut.Parts<List<Map<String, Object>>> {

        @Override
        public @Nullable List<Map<String, Object>> fit(List<Map<String, Object>> history, long room) {
            return new WrittenSize(room).add(history) ? history : null;
        }

        @Override
        public long leftOut(List<Map<String, Object>> history) {
            return history.size() == 1 ? entries.leftOut(history.getFirst()) : 0;
        }

        @Override
        public List<Map<String, Object>> ofLeftOut(long items) {
            return List.of(entries.ofLeftOut(items));
        }
    }
}
