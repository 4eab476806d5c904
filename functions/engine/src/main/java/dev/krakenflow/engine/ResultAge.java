package dev.krakenflow.engine;

import dev.krakenflow.plan.Cache;
import java.time.Duration;
import java.util.Map;

/** How old results may be, by a policy. */
final class ResultAge {
    private final Scheduler scheduler;
    private final long ttlNanos;
    private final long staleNanos;

    ResultAge(Cache policy, Scheduler scheduler) {
        this.scheduler = scheduler;
        this.ttlNanos = Deadline.nanos(policy.ttl());
        this.staleNanos = policy.staleIfError() == null ? 0 : Deadline.nanos(policy.staleIfError());
    }

    /** How long a new result is fresh. */
    long ttlNanos() {
        return ttlNanos;
    }

    /** How long a new result is kept. */
    Duration kept() {
        return Duration.ofNanos(ttlNanos + staleNanos);
    }

    /** A result that stays fresh for so long from now, but no longer than a new one; perhaps it has not been for a while. */
    KeptResult from(Map<String, Object> result, long freshNanos) {
        long freshUntil = scheduler.nanoTime() + Math.min(freshNanos, ttlNanos);
        return new KeptResult(result, freshUntil, freshUntil + staleNanos);
    }
}
