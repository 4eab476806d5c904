package dev.krakenflow.plan;

import org.jspecify.annotations.Nullable;

/**
 * What stands before the calls of a service, or of one of its functions: what is null is not there. State of these
 * belongs to the process, not to a plan.
 */
public record CallPolicies(
        @Nullable Breaker breaker,
        @Nullable RateLimit rateLimit,
        @Nullable Bulkhead bulkhead) {

    /** Nothing. */
    public static final CallPolicies NONE = new CallPolicies(null, null, null);
}
