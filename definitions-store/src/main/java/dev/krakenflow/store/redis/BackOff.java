package dev.krakenflow.store.redis;

import java.time.Duration;

/** When to try again what failed: a pause that doubles with each failure. Not thread-safe. */
final class BackOff {

    private static final int FIRST_PART = 16;

    private final long firstNanos;
    private final long maxNanos;
    private long pauseNanos;
    private long startNanos;

    BackOff(Duration max) {
        this.maxNanos = max.toNanos();
        this.firstNanos = Math.max(1, maxNanos / FIRST_PART);
    }

    /** Whether the pause after the last failure is still going on. */
    boolean pausing(long nowNanos) {
        return nowNanos - startNanos < pauseNanos;
    }

    void failed(long nowNanos) {
        pauseNanos = pauseNanos == 0 ? firstNanos : Math.min(maxNanos, pauseNanos * 2);
        startNanos = nowNanos;
    }

    void succeeded() {
        pauseNanos = 0;
    }
}
