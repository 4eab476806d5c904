package dev.krakenflow.engine;

import static dev.krakenflow.engine.testing.EngineBench.event;
import static dev.krakenflow.engine.testing.EngineBench.failed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.krakenflow.engine.testing.EngineBench;
import dev.krakenflow.engine.testing.ScriptedFailures;
import dev.krakenflow.engine.testing.ScriptedPlan;
import dev.krakenflow.failure.Failure;
import dev.krakenflow.plan.Service;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LimitedCallTest {
    private final EngineBench bench = new EngineBench();

    @BeforeEach
    void answerAtOnce() {
        bench.clients.answers("f", event("{}"));
    }

    private static ScriptedPlan plan(String policies, String function) {
        Service service = ScriptedPlan.service("s", policies, Map.of("f", ScriptedPlan.function(function)));
        return ScriptedPlan.of("{service: 's.f'}").service(service);
    }

    @Test
    void refusesCallsBeyondTheLimitUntilTheWindowEnds() {
        ScriptedPlan plan = plan("{rate_limit: {limit: 2, window: 'PT10S'}}", "{}");
        bench.result(plan, "{}");
        bench.result(plan, "{}");
        bench.scheduler.pass(Duration.ofMillis(1_500));
        Failure failure = bench.failure(plan, "{}");
        assertThat(failure.code()).isEqualTo("rate-limited");
        assertThat(failure.status()).isEqualTo(503);
        assertThat(failure.retryAfter()).isEqualTo(9);
        assertThat(failure.attempts()).isZero();
        assertThat(failure.place().step()).isEqualTo("call");
        assertThat(failure.detail()).isEqualTo("at most 2 calls are made in 10000 ms");
        bench.scheduler.pass(Duration.ofMillis(8_500));
        bench.result(plan, "{}");
        bench.result(plan, "{}");
        assertThat(bench.failure(plan, "{}").code()).isEqualTo("rate-limited");
        assertThat(bench.clients.calls).hasSize(4);
    }

    @Test
    void aRetryWaitsForTheNextWindow() {
        ScriptedPlan plan = plan("{rate_limit: {limit: 1, window: 'PT2S'}}", "{retry: {on: ['rate-limited']}}");
        bench.result(plan, "{}");
        bench.outcomes.clear();
        bench.start(plan, "{}");
        bench.scheduler.pass(Duration.ofMillis(1_999));
        assertThat(bench.outcomes).isEmpty();
        bench.scheduler.pass(Duration.ofMillis(1));
        assertThat(bench.outcomes).singleElement().isInstanceOf(Outcome.Completed.class);
        assertThat(bench.clients.calls).hasSize(2);
    }

    @Test
    void everyAttemptCounts() {
        bench.clients.repeatable().hangs("f");
        ScriptedPlan plan = plan(
                "{rate_limit: {limit: 2, window: 'PT1M'}}",
                "{timeout: 'PT1S', retry: {max_attempts: 5, on: ['timeout']}}");
        bench.start(plan, "{}");
        bench.scheduler.pass(Duration.ofSeconds(10));
        Failure failure = failed(bench.outcomes.get(0));
        assertThat(failure.code()).isEqualTo("rate-limited");
        assertThat(failure.attempts()).isEqualTo(2);
    }

    @Test
    void theLimitsOfServiceAndFunctionBothHold() {
        String five = "{rate_limit: {limit: 5, window: 'PT1M'}}";
        ScriptedPlan plan = plan(five, "{rate_limit: {limit: 2, window: 'PT1S'}}");
        for (int second = 0; second < 2; second++) {
            bench.result(plan, "{}");
            bench.result(plan, "{}");
            assertThat(bench.failure(plan, "{}").detail()).contains("2 calls");
            bench.scheduler.pass(Duration.ofSeconds(1));
        }
        bench.result(plan, "{}");
        assertThat(bench.failure(plan, "{}").detail()).contains("5 calls");
    }

    @Test
    void anOpenCircuitCountsNoCalls() {
        ScriptedPlan plan = plan(
                "{rate_limit: {limit: 3, window: 'PT1M'}, circuit_breaker: {request_volume_threshold: 1, delay: 'PT1S'}}",
                "{}");
        bench.clients.fails("f", ScriptedFailures.http(500));
        bench.failure(plan, "{}");
        for (int i = 0; i < 5; i++) {
            assertThat(bench.failure(plan, "{}").code()).isEqualTo("circuit-open");
        }
        bench.scheduler.pass(Duration.ofMillis(1_001));
        bench.clients.answers("f", event("{}"));
        bench.result(plan, "{}");
        bench.result(plan, "{}");
        assertThat(bench.failure(plan, "{}").code()).isEqualTo("rate-limited");
    }

    @Test
    void belongsToTheProcess() {
        ScriptedPlan plan = plan("{rate_limit: {limit: 1, window: 'PT1M'}}", "{}");
        bench.result(plan, "{}");
        ScriptedPlan other = plan("{rate_limit: {limit: 1, window: 'PT1M'}}", "{transform: {a: 1}}");
        assertThat(bench.failure(other, "{}").code()).isEqualTo("rate-limited");
        bench.engine.forget("s");
        bench.result(other, "{}");
    }
}
