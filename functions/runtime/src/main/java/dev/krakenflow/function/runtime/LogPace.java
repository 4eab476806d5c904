package dev.krakenflow.function.runtime;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Lets so many lines a second into the log, and counts the others. Thread-safe. */
final class LogPace {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final int most;
    private final LongSupplier nanoTime;
    private long began;
    private int taken;
    private long leftOut;

    /** @param most lines a second */
    LogPace(int most, LongSupplier nanoTime) {
        this.most = most;
        this.nanoTime = nanoTime;
        this.began = nanoTime.getAsLong();
    }

    /** How many lines were left out since the last one, if there is room for this one; else below 0. */
    synchronized long take() {
        long now = nanoTime.getAsLong();
        if (now - began >= SECOND) {
            began = now;
            taken = 0;
        }
        if (taken == most) {
            leftOut++;
            return -1;
        }
        taken++;
        long before = leftOut;
        leftOut = 0;
        return before;
    }
}
