package dev.krakenflow.engine;

import dev.krakenflow.failure.Failure;
import dev.krakenflow.plan.Retry;
import java.util.random.RandomGenerator;

/**
 * The pauses of a retry: each by a rate longer than the one before, up to a longest, and with jitter anything below
 * ("full jitter", Marc Brooker, "Exponential Backoff And Jitter", AWS Architecture Blog, 2015). A service that asks for
 * more time is given it. Thread-safe when the generator is.
 */
final class RetryPauses {
    private final Retry retry;
    private final Scheduler scheduler;
    private final RandomGenerator random;

    RetryPauses(Retry retry, Scheduler scheduler, RandomGenerator random) {
        this.retry = retry;
        this.scheduler = scheduler;
        this.random = random;
    }

    /**
     * The nanoseconds before the next attempt.
     *
     * @param attempt the one that failed, from 1
     */
    long after(int attempt, Failure failure) {
        long computed = computed(attempt);
        long own = retry.jitter() ? random.nextLong(computed + 1) : computed;
        return Math.max(own, Deadline.nanos(RetryAfter.of(failure, scheduler.now())));
    }

    private long computed(int attempt) {
        double grown = Deadline.nanos(retry.delay()) * Math.pow(retry.backoffRate(), attempt - 1.0);
        return (long) Math.min(grown, Deadline.nanos(retry.maxDelay()));
    }
}
