package dev.krakenflow.engine;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that never goes back: it counts from a moment of its own, so that it is good for pauses only. */
final class SchedulerClock extends Clock {
    private final Scheduler scheduler;
    private final long startNanos;

    SchedulerClock(Scheduler scheduler) {
        this.scheduler = scheduler;
        this.startNanos = scheduler.nanoTime();
    }

    @Override
    public Instant instant() {
        return Instant.EPOCH.plusNanos(scheduler.nanoTime() - startNanos);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
