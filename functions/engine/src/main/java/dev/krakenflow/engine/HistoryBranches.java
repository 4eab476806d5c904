package dev.krakenflow.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What became of an event in one stay in a component that sends it through several branches, or through the same for
 * several items: their histories, in the order in which they began.
 */
final class HistoryBranches {
    private static final String LEFT_OUT = "left_out";

    private final List<String> names = new ArrayList<>();
    private final List<History> histories = new ArrayList<>();
    private int itemsLeftOut;

    /** @param name null: it is an item */
    void add(@Nullable String name, History history) {
        if (name != null) {
            names.add(name);
        }
        histories.add(history);
    }

    /** Another item follows whose history is not told. */
    void leaveOut() {
        itemsLeftOut++;
    }

    /** An object with the entries of each branch, or a list with those of each item, masked. */
    Object json(Mask mask) {
        List<Object> items = new ArrayList<>();
        histories.forEach(history -> items.add(entries(history, mask)));
        if (itemsLeftOut > 0) {
            items.add(List.of(Map.of(LEFT_OUT, itemsLeftOut)));
        }
        return names.isEmpty() ? items : named(items);
    }

    private Map<String, Object> named(List<Object> branches) {
        Map<String, Object> named = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            named.put(names.get(i), branches.get(i));
        }
        return named;
    }

    private static List<Map<String, Object>> entries(History history, Mask mask) {
        List<Map<String, Object>> entries = history.entries().made(mask);
        if (history.leftOut() > 0) {
            entries.add(Map.of(LEFT_OUT, history.leftOut()));
        }
        return entries;
    }
}
