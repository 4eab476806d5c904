package dev.krakenflow.engine;

import dev.krakenflow.engine.client.ClientException;
import dev.krakenflow.failure.Failure;
import dev.krakenflow.failure.FailureCode;
import dev.krakenflow.plan.RateLimit;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import io.github.resilience4j.ratelimiter.internal.AtomicRateLimiter;
import java.time.Duration;

/** How many calls of a service, or of one of its functions, this process may make in a time. Thread-safe. */
final class Quota {
    private final AtomicRateLimiter limiter;
    private final RateLimit policy;

    Quota(RateLimit policy, Scheduler scheduler) {
        this.policy = policy;
        RateLimiterConfig config = RateLimiterConfig.custom()
                .limitForPeriod(policy.limit())
                .limitRefreshPeriod(Duration.ofNanos(Math.max(1, Deadline.nanos(policy.window()))))
                .timeoutDuration(Duration.ZERO)
                .build();
        this.limiter = new AtomicRateLimiter("", config, scheduler::nanoTime);
    }

    /**
     * Counts a call.
     *
     * @throws ClientException {@code rate-limited} when there are too many
     */
    void take() {
        if (!limiter.acquirePermission(1)) {
            throw refusal(policy, Duration.ofNanos(limiter.getDetailedMetrics().getNanosToWait()));
        }
    }

    /** The failure {@code rate-limited}. */
    static ClientException refusal(RateLimit policy, Duration untilNext) {
        String detail = "at most " + policy.limit() + " calls are made in "
                + policy.window().toMillis() + " ms";
        return ClientException.inCall(
                Failure.of(FailureCode.RATE_LIMITED, detail).withRetryAfter(untilNext), null);
    }
}
