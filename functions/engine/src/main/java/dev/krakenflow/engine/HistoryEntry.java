package dev.krakenflow.engine;

import dev.krakenflow.plan.Component;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One component that an event passed. Events are immutable, so it keeps them as they are and masks them when asked. */
final class HistoryEntry {
    private static final double NANOS_A_MILLISECOND = 1_000_000;

    private final String pipeline;
    private final Component component;
    private final Instant entered;
    private final long enteredNanos;
    private final Map<String, Object> before;
    private long nanos;
    private @Nullable Map<String, Object> after;
    private int attempts;
    private boolean skipped;

    HistoryEntry(String pipeline, Component component, Instant entered, long nanoTime, Map<String, Object> before) {
        this.pipeline = pipeline;
        this.component = component;
        this.entered = entered;
        this.enteredNanos = nanoTime;
        this.before = before;
    }

    void called(int attempt) {
        attempts = attempt;
    }

    void left(long nanoTime, Map<String, Object> event, boolean wasSkipped) {
        ended(nanoTime);
        after = event;
        skipped = wasSkipped;
    }

    void ended(long nanoTime) {
        nanos = nanoTime - enteredNanos;
    }

    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("component", component.place().name());
        json.put("type", component.type());
        json.put("pipeline", pipeline);
        json.put("entered", entered.toString());
        json.put("duration", nanos / NANOS_A_MILLISECOND);
        json.put("before", Mask.masked(before));
        if (after != null) {
            json.put("after", Mask.masked(after));
        }
        if (attempts > 0) {
            json.put("attempts", attempts);
        }
        if (skipped) {
            json.put("skipped", true);
        }
        return json;
    }
}
