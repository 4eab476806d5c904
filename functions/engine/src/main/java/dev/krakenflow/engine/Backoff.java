package dev.krakenflow.engine;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Pauses between tries for what others hold: random, and longer on average with each try ("full jitter", Marc Brooker,
 * "Exponential Backoff And Jitter", AWS Architecture Blog, 2015). Short, because what is waited for is done in
 * milliseconds, and because a process that pauses for long hardly ever comes between two writes of one that does not.
 * Thread-safe when its generator is.
 */
final class Backoff {
    private static final long SHORTEST_NANOS = 1_000_000;
    private static final long FIRST_NANOS = 4_000_000;
    private static final int MOST_DOUBLINGS = 2;

    private final RandomGenerator random;

    Backoff(RandomGenerator random) {
        this.random = random;
    }

    /** @param tries how many were made, at least 1 */
    Duration after(int tries) {
        return atMost(FIRST_NANOS << Math.min(tries - 1, MOST_DOUBLINGS));
    }

    /** Until somebody who holds something is asked again. */
    Duration poll() {
        return atMost(FIRST_NANOS);
    }

    private Duration atMost(long nanos) {
        return Duration.ofNanos(random.nextLong(SHORTEST_NANOS, nanos + 1));
    }
}
