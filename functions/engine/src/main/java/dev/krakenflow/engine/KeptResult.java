package dev.krakenflow.engine;

import java.time.Duration;
import java.util.Map;

/**
 * A result of a service function that was kept.
 *
 * @param value the result
 * @param freshUntil moment of {@link Scheduler#nanoTime()} until which it answers calls
 * @param keptUntil moment until which it may stand in for a call that fails; not before the other
 */
record KeptResult(Map<String, Object> value, long freshUntil, long keptUntil) {

    /** For how long it is kept. */
    Duration left(long now) {
        return Duration.ofNanos(Math.max(0, keptUntil - now));
    }

    boolean isFresh(long now) {
        return now - freshUntil < 0;
    }

    boolean isKept(long now) {
        return now - keptUntil < 0;
    }
}
