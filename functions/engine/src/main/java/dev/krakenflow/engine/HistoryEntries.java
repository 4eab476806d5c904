package dev.krakenflow.engine;

import java.util.AbstractSequentialList;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.ListIterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A history as it is answered: JSON values, oldest first, masked; one {@code left_out} where some are missing. Made anew
 * each time somebody looks, because a run can have thousands of them that share most of their entries.
 *
 * @see History
 */
final class HistoryEntries extends AbstractSequentialList<Map<String, Object>> {
    private final long count;
    private final @Nullable HistoryEntry first;
    private final @Nullable HistoryEntry older;
    private final @Nullable HistoryEntry newer;
    private final @Nullable HistoryPlug plugs;
    private final HistoryStay open;
    private final Mask mask;

    /** @param open how the stays ended that did not end by themselves */
    HistoryEntries(
            long count,
            @Nullable HistoryEntry first,
            @Nullable HistoryEntry older,
            @Nullable HistoryEntry newer,
            @Nullable HistoryPlug plugs,
            HistoryStay open,
            Mask mask) {
        this.count = count;
        this.first = first;
        this.older = older;
        this.newer = newer;
        this.plugs = plugs;
        this.open = open;
        this.mask = mask;
    }

    @Override
    public int size() {
        return leftOut() > 0 ? 2 * History.KEPT + 1 : (int) count;
    }

    @Override
    public ListIterator<Map<String, Object>> listIterator(int index) {
        return Collections.unmodifiableList(made(mask.remembering())).listIterator(index);
    }

    /** The entries as they are now; nobody else has the list. */
    List<Map<String, Object>> made(Mask with) {
        Map<Long, HistoryStay> left = new HashMap<>();
        for (HistoryPlug it = plugs; it != null; it = it.before()) {
            left.put(it.place(), it.stay());
        }
        List<Map<String, Object>> entries = new ArrayList<>(size());
        Deque<HistoryEntry> kept = new ArrayDeque<>();
        collect(first, kept);
        kept.forEach(entry -> entries.add(json(entry, left, with)));
        if (leftOut() > 0) {
            entries.add(Map.of("left_out", leftOut()));
        }
        kept.clear();
        collect(newer, kept);
        collect(older, kept);
        kept.forEach(entry -> entries.add(json(entry, left, with)));
        return entries;
    }

    private long leftOut() {
        return Math.max(0, count - 2L * History.KEPT);
    }

    private Map<String, Object> json(HistoryEntry entry, Map<Long, HistoryStay> left, Mask with) {
        HistoryStay stay = entry.stay() == null ? left.get(entry.place()) : entry.stay();
        return entry.json(stay == null ? open : stay, with);
    }

    /** Puts a chain, whose newest entry comes first, before what is there, until there are enough. */
    private static void collect(@Nullable HistoryEntry newest, Deque<HistoryEntry> kept) {
        for (HistoryEntry it = newest; it != null && kept.size() < History.KEPT; it = it.before()) {
            kept.addFirst(it);
        }
    }
}
