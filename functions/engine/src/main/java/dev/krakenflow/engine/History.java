package dev.krakenflow.engine;

import dev.krakenflow.failure.Failure;
import dev.krakenflow.plan.Component;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Remembers the components that an event passed, for debugging: the first and the last 500 of them.
 */
final class History implements RunObserver {
    static final int KEPT = 500;

    private final Scheduler scheduler;
    private final List<HistoryEntry> first = new ArrayList<>();
    private final Deque<HistoryEntry> last = new ArrayDeque<>();
    private long leftOut;
    private @Nullable HistoryEntry inside;

    History(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    @Override
    public void entered(String pipeline, Component component, Map<String, Object> event) {
        inside = new HistoryEntry(pipeline, component, scheduler.now(), scheduler.nanoTime(), event);
        add(inside);
    }

    @Override
    public void called(int attempt) {
        if (inside != null) {
            inside.called(attempt);
        }
    }

    @Override
    public void left(Map<String, Object> event, boolean skipped) {
        if (inside != null) {
            inside.left(scheduler.nanoTime(), event, skipped);
        }
        inside = null;
    }

    @Override
    public void ended() {
        if (inside != null) {
            inside.ended(scheduler.nanoTime());
        }
        inside = null;
    }

    @Override
    public void failed(Failure failure) {
        ended();
    }

    /** The entries as JSON values, oldest first, masked; one {@code left_out} where some are missing. */
    List<Map<String, Object>> entries() {
        List<Map<String, Object>> entries = new ArrayList<>(first.size() + last.size() + 1);
        first.forEach(entry -> entries.add(entry.json()));
        if (leftOut > 0) {
            entries.add(Map.of("left_out", leftOut));
        }
        last.forEach(entry -> entries.add(entry.json()));
        return entries;
    }

    private void add(HistoryEntry entry) {
        if (first.size() < KEPT) {
            first.add(entry);
            return;
        }
        if (last.size() == KEPT) {
            last.removeFirst();
            leftOut++;
        }
        last.addLast(entry);
    }
}
