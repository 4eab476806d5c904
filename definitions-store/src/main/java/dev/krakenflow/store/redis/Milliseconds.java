package dev.krakenflow.store.redis;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How long something is kept, as Redis is told. */
final class Milliseconds {

    private static final Duration SHORTEST = Duration.ofMillis(1);

    /** Of what is kept longer nobody sees the end; the sum with any time of day stays exact in Redis. */
    private static final Duration LONGEST = Duration.ofDays(36_500);

    private Milliseconds() {}

    /** A duration that Redis accepts, as near as there is. */
    static long of(Duration duration) {
        if (duration.compareTo(SHORTEST) < 0) {
            return SHORTEST.toMillis();
        }
        return duration.compareTo(LONGEST) > 0 ? LONGEST.toMillis() : duration.toMillis();
    }

    /** The same as text; empty: for ever. */
    static String text(@Nullable Duration duration) {
        return duration == null ? "" : Long.toString(of(duration));
    }
}
