package dev.krakenflow.definition;

import org.jspecify.annotations.Nullable;

/** What protects a service, or one function of it, from too many calls. What is null was not given. */
public record PoliciesDefinition(
        @Nullable BreakerDefinition breaker,
        @Nullable BulkheadDefinition bulkhead,
        @Nullable RateLimitDefinition rateLimit) {
    /** No policies. */
    public static final PoliciesDefinition NONE = new PoliciesDefinition(null, null, null);
}
