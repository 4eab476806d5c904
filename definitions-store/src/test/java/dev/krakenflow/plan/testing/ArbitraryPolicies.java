package dev.krakenflow.plan.testing;

import static dev.krakenflow.plan.testing.ArbitraryJson.booleans;
import static dev.krakenflow.plan.testing.ArbitraryJson.counts;
import static dev.krakenflow.plan.testing.ArbitraryJson.durations;
import static dev.krakenflow.plan.testing.ArbitraryJson.json;
import static dev.krakenflow.plan.testing.ArbitraryJson.optional;
import static dev.krakenflow.plan.testing.ArbitraryJson.someNames;

import dev.krakenflow.plan.Breaker;
import dev.krakenflow.plan.Bulkhead;
import dev.krakenflow.plan.Cache;
import dev.krakenflow.plan.CallPolicies;
import dev.krakenflow.plan.Catch;
import dev.krakenflow.plan.Idempotency;
import dev.krakenflow.plan.RateLimit;
import dev.krakenflow.plan.Retry;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Any policies, each of them there or not. */
final class ArbitraryPolicies {

    private ArbitraryPolicies() {}

    static Arbitrary<Retry> retries() {
        return Combinators.combine(
                        Combinators.combine(someNames(), counts(), durations(), rates(), durations())
                                .as((on, attempts, delay, rate, max) ->
                                        new Retry(on, attempts, delay, rate, max, true, null, false, List.of())),
                        booleans(),
                        optional(),
                        booleans(),
                        someNames())
                .as((retry, jitter, when, unsafe, helpers) -> new Retry(
                        retry.on(),
                        retry.maxAttempts(),
                        retry.delay(),
                        retry.backoffRate(),
                        retry.maxDelay(),
                        jitter,
                        when,
                        unsafe,
                        helpers))
                .injectNull(0.5);
    }

    static Arbitrary<CallPolicies> calls() {
        Arbitrary<Double> ratios = Arbitraries.doubles().between(0.01, 1).ofScale(4);
        Arbitrary<Breaker> breakers =
                Combinators.combine(ratios, counts(), durations(), counts()).as(Breaker::new);
        Arbitrary<RateLimit> limits =
                Combinators.combine(counts(), durations(), booleans()).as(RateLimit::new);
        Arbitrary<Bulkhead> bulkheads = Combinators.combine(
                        counts(), Arbitraries.integers().between(0, 1_000))
                .as(Bulkhead::new);
        return Combinators.combine(breakers.injectNull(0.5), limits.injectNull(0.5), bulkheads.injectNull(0.5))
                .as(CallPolicies::new);
    }

    static Arbitrary<Cache> caches() {
        return Combinators.combine(
                        optional(), durations(), booleans(), durations().injectNull(0.5))
                .as(Cache::new)
                .injectNull(0.5);
    }

    static Arbitrary<Idempotency> idempotencies() {
        return Combinators.combine(json(), durations(), someNames())
                .as(Idempotency::new)
                .injectNull(0.5);
    }

    /** @param size how many components the program has */
    static Arbitrary<List<Catch>> catches(int size) {
        Arbitrary<Catch.Action> transforms = json().map(Catch.Transform::new);
        Arbitrary<Catch.Action> components = Arbitraries.integers()
                .between(0, size)
                .flatMap(end -> Arbitraries.integers().between(0, end).map(start ->
                        (Catch.Action) new Catch.Components(start, end)));
        Arbitrary<Catch.Action> jumps =
                Arbitraries.integers().between(-1, size - 1).map(Catch.Goto::new);
        return Combinators.combine(someNames(), Arbitraries.oneOf(List.of(transforms, components, jumps)))
                .as(Catch::new)
                .list()
                .ofMaxSize(3);
    }

    private static Arbitrary<Double> rates() {
        return Arbitraries.doubles().between(1, 10).ofScale(3);
    }
}
