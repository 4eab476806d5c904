package dev.krakenflow.benchmarks.component;

import dev.krakenflow.engine.Scheduler;
import io.smallrye.mutiny.subscription.Cancellable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Queue;

/**
 * Time of the JVM, and turns that are taken by whoever drains them: so a run begins and ends on the benchmark's own
 * thread, and no queue of another thread is measured. Pauses never end. Not thread-safe.
 */
final class DrainedScheduler implements Scheduler {
    private final Queue<Runnable> turns = new ArrayDeque<>();

    @Override
    public long nanoTime() {
        return System.nanoTime();
    }

    @Override
    public Instant now() {
        return Instant.now();
    }

    @Override
    public void soon(Runnable task) {
        turns.add(task);
    }

    @Override
    public Cancellable after(Duration pause, Runnable task) {
        return () -> {};
    }

    /** Takes turns until none is left. */
    void drain() {
        for (Runnable turn = turns.poll(); turn != null; turn = turns.poll()) {
            turn.run();
        }
    }
}
