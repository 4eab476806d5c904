package dev.krakenflow.engine;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How an event's stay in a component ended.
 *
 * @param endNanos when, a moment of {@link Scheduler#nanoTime()}
 * @param after the event as it left; null when it ended there
 * @param attempts how often a service was called
 * @param branches what became of the event in its branches, or of its items; null where it has none
 */
record HistoryStay(
        long endNanos,
        @Nullable Map<String, Object> after,
        int attempts,
        boolean skipped,
        @Nullable HistoryBranches branches) {}
