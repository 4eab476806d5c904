package dev.krakenflow.function.pipeline;

import dev.krakenflow.engine.Scheduler;
import java.time.Duration;

/**
 * What a process reads before it is ready: the routing, once, so that the first events do not meet a connection to the
 * store that is still being made, with code that has never run. Where the store does not answer it is over after a while
 * all the same: that is no reason to take a process away. Thread-safe.
 */
final class FirstReading {
    static final Duration PATIENCE = Duration.ofSeconds(5);
    static final Duration PAUSE = Duration.ofMillis(100);

    private final PlanCache plans;
    private final Scheduler scheduler;
    private volatile boolean over;

    FirstReading(PlanCache plans, Scheduler scheduler) {
        this.plans = plans;
        this.scheduler = scheduler;
    }

    /** Begins, and does not wait. Called once. */
    void begin() {
        scheduler.after(PATIENCE, this::end);
        read();
    }

    /** Whether the process may be sent events. */
    boolean isOver() {
        return over;
    }

    private void read() {
        if (!over) {
            plans.routing().subscribe().with(known -> end(), away -> scheduler.after(PAUSE, this::read));
        }
    }

    private void end() {
        over = true;
    }
}
