package dev.krakenflow.compiler;

import dev.krakenflow.definition.BreakerDefinition;
import dev.krakenflow.definition.BulkheadDefinition;
import dev.krakenflow.definition.CacheDefinition;
import dev.krakenflow.definition.PoliciesDefinition;
import dev.krakenflow.definition.RateLimitDefinition;
import dev.krakenflow.plan.Breaker;
import dev.krakenflow.plan.Bulkhead;
import dev.krakenflow.plan.Cache;
import dev.krakenflow.plan.CallPolicies;
import dev.krakenflow.plan.RateLimit;
import org.jspecify.annotations.Nullable;

/** Compiles what stands before the calls of services and functions. */
final class PolicyCompiler {
    private static final String SHARED = "shared";

    private PolicyCompiler() {}

    static CallPolicies compile(PoliciesDefinition written) {
        return written.equals(PoliciesDefinition.NONE)
                ? CallPolicies.NONE
                : new CallPolicies(
                        breaker(written.breaker()), rateLimit(written.rateLimit()), bulkhead(written.bulkhead()));
    }

    /** @param templates the checks of what the service's functions see */
    static @Nullable Cache compile(@Nullable CacheDefinition written, TemplateChecks templates) {
        if (written == null) {
            return null;
        }
        templates.any(written.key(), written.pointer() + "/key", Scopes.RUN);
        return new Cache(written.key(), written.ttl(), written.scope().equals(SHARED), written.staleIfError());
    }

    private static @Nullable Breaker breaker(@Nullable BreakerDefinition written) {
        return written == null
                ? null
                : new Breaker(
                        written.failureRatio(),
                        written.requestVolumeThreshold(),
                        written.delay(),
                        written.successThreshold());
    }

    private static @Nullable RateLimit rateLimit(@Nullable RateLimitDefinition written) {
        return written == null
                ? null
                : new RateLimit(
                        written.limit(), written.window(), written.scope().equals(SHARED));
    }

    private static @Nullable Bulkhead bulkhead(@Nullable BulkheadDefinition written) {
        return written == null ? null : new Bulkhead(written.maxConcurrent(), written.queue());
    }
}
