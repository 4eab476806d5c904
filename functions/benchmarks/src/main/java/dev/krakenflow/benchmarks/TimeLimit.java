package dev.krakenflow.benchmarks;

import java.time.Duration;

/** Ends this process, with exit code 1, when it takes longer than it may; its shutdown hooks stop its children. */
public final class TimeLimit {
    private TimeLimit() {}

    /** Starts to count. */
    public static void start(Duration limit) {
        Thread.ofPlatform().daemon().name("time-limit").start(() -> {
            try {
                Thread.sleep(limit);
            } catch (InterruptedException ended) {
                return;
            }
            System.err.println("took longer than " + limit.toSeconds() + " s: giving up");
            System.exit(1);
        });
    }
}
