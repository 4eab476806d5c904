package dev.krakenflow.definition;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads what protects a service, or one of its functions, from too many calls. */
final class PolicyReader {
    private static final double FAILURE_RATIO = 0.5;
    private static final int VOLUME = 20;
    private static final Duration OPEN = Duration.ofSeconds(5);
    private static final int CONCURRENT = 64;
    private static final int MOST_CALLS = 10_000;
    private static final int MOST_SUCCESSES = 1_000;
    private static final int MOST_IN_A_WINDOW = 1_000_000;

    private PolicyReader() {}

    /** @param fields those of the service or of the function */
    static PoliciesDefinition read(Fields fields) {
        Fields breaker = fields.fields("circuit_breaker");
        Fields bulkhead = fields.fields("bulkhead");
        Fields rateLimit = fields.fields("rate_limit");
        if (breaker == null && bulkhead == null && rateLimit == null) {
            return PoliciesDefinition.NONE;
        }
        return new PoliciesDefinition(
                breaker == null ? null : breaker(breaker),
                bulkhead == null ? null : bulkhead(bulkhead),
                rateLimit == null ? null : rateLimit(rateLimit));
    }

    private static BreakerDefinition breaker(Fields fields) {
        BreakerDefinition breaker = new BreakerDefinition(
                Objects.requireNonNullElse(fields.ratio("failure_ratio"), FAILURE_RATIO),
                Objects.requireNonNullElse(fields.count("request_volume_threshold", 1, MOST_CALLS), VOLUME),
                Objects.requireNonNullElse(fields.duration("delay"), OPEN),
                Objects.requireNonNullElse(fields.count("success_threshold", 1, MOST_SUCCESSES), 1));
        fields.end();
        return breaker;
    }

    private static BulkheadDefinition bulkhead(Fields fields) {
        BulkheadDefinition bulkhead = new BulkheadDefinition(
                Objects.requireNonNullElse(fields.count("max_concurrent", 1, MOST_CALLS), CONCURRENT),
                Objects.requireNonNullElse(fields.count("queue", 0, MOST_CALLS), 0));
        fields.end();
        return bulkhead;
    }

    private static @Nullable RateLimitDefinition rateLimit(Fields fields) {
        fields.require("limit", "window");
        Integer limit = fields.count("limit", 1, MOST_IN_A_WINDOW);
        Duration window = fields.duration("window");
        String scope = PolicyScope.read(fields);
        fields.end();
        return limit == null || window == null ? null : new RateLimitDefinition(limit, window, scope);
    }
}
