package dev.krakenflow.function.pipeline;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long something that failed rests: twice as long each time, up to a minute, by chance a little shorter. Thread-safe. */
final class CastPauses {

    private static final long LONGEST_MILLIS = 60_000;
    private static final int MOST_DOUBLINGS = 16;

    private final RandomGenerator random;

    CastPauses(RandomGenerator random) {
        this.random = random;
    }

    /**
     * The pause before the next time.
     *
     * @param first about how long the first pause is
     * @param before how often it failed, from 1
     */
    Duration after(Duration first, int before) {
        long whole = first.toMillis() << Math.min(MOST_DOUBLINGS, before - 1);
        long pause = Math.min(LONGEST_MILLIS, whole);
        return Duration.ofMillis(pause - random.nextLong(pause / 4 + 1));
    }
}
