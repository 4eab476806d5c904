package dev.krakenflow.engine;

import static dev.krakenflow.engine.testing.EngineBench.event;
import static dev.krakenflow.engine.testing.EngineBench.failed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.krakenflow.engine.CircuitState.Position;
import dev.krakenflow.engine.testing.EngineBench;
import dev.krakenflow.engine.testing.ScriptedAnswers;
import dev.krakenflow.engine.testing.ScriptedFailures;
import dev.krakenflow.engine.testing.ScriptedPlan;
import dev.krakenflow.failure.Failure;
import dev.krakenflow.failure.FailureCode;
import dev.krakenflow.plan.Service;
import dev.krakenflow.plan.ServiceFunction;
import io.smallrye.mutiny.subscription.Cancellable;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CircuitCallTest {
    private static final String TWO = "{circuit_breaker: {request_volume_threshold: 2}}";
    private final EngineBench bench = new EngineBench();
    private final ScriptedAnswers answers = new ScriptedAnswers();

    private static ScriptedPlan plan(String function, String service) {
        return ScriptedPlan.of("{name: 's', service: 's.f'}").service(service(function, service));
    }

    private static Service service(String function, String policies) {
        return ScriptedPlan.service("s", policies, Map.of("f", ScriptedPlan.function(function)));
    }

    private void fail(ScriptedPlan plan, int times) {
        bench.clients.fails("f", ScriptedFailures.http(503));
        for (int i = 0; i < times; i++) {
            assertThat(bench.failure(plan, "{}").code()).isEqualTo("http.503");
        }
    }

    private void succeed(ScriptedPlan plan, int times) {
        bench.clients.answers("f", event("{}"));
        for (int i = 0; i < times; i++) {
            bench.result(plan, "{}");
        }
    }

    private void pass(long millis) {
        bench.scheduler.pass(Duration.ofMillis(millis));
    }

    private Position position(String policies) {
        return bench.engine.circuit(service("{}", policies)).orElseThrow().position();
    }

    @Test
    void refusesCallsOnceTooManyOfTheLastFailed() {
        ScriptedPlan plan = plan("{}", "{circuit_breaker: {request_volume_threshold: 4}}");
        succeed(plan, 2);
        fail(plan, 2);
        int calls = bench.clients.calls.size();
        pass(500);
        Failure failure = bench.failure(plan, "{}");
        assertThat(failure.code()).isEqualTo("circuit-open");
        assertThat(failure.status()).isEqualTo(503);
        assertThat(failure.retryAfter()).isEqualTo(5);
        assertThat(failure.place().step()).isEqualTo("call");
        assertThat(failure.place().service()).isEqualTo("s");
        assertThat(failure.attempts()).isZero();
        assertThat(bench.clients.calls).hasSize(calls);
    }

    @Test
    void staysClosedBelowTheRatioAndBelowTheVolume() {
        ScriptedPlan plan = plan("{}", "{circuit_breaker: {request_volume_threshold: 4, failure_ratio: 0.75}}");
        fail(plan, 2);
        succeed(plan, 2);
        fail(plan, 2);
        assertThat(position("{circuit_breaker: {request_volume_threshold: 4, failure_ratio: 0.75}}"))
                .isEqualTo(Position.CLOSED);
    }

    @ParameterizedTest
    @EnumSource(
            value = FailureCode.class,
            names = {"COMMUNICATION", "BAD_RESPONSE", "TIMEOUT"})
    void countsWhatTheServiceDidWrong(FailureCode code) {
        ScriptedPlan plan = plan("{}", TWO);
        bench.clients.fails("f", ScriptedFailures.of(code));
        bench.failure(plan, "{}");
        bench.failure(plan, "{}");
        assertThat(bench.failure(plan, "{}").code()).isEqualTo("circuit-open");
    }

    @ParameterizedTest
    @EnumSource(
            value = FailureCode.class,
            names = {"EXPRESSION", "EGRESS_DENIED", "STORE_UNAVAILABLE", "BULKHEAD_FULL", "SERVICE_NOT_READY"})
    void doesNotCountWhatTheServiceHasNothingToDoWith(FailureCode code) {
        ScriptedPlan plan = plan("{}", TWO);
        bench.clients.fails("f", ScriptedFailures.of(code));
        for (int i = 0; i < 5; i++) {
            assertThat(bench.failure(plan, "{}").code()).isEqualTo(code.code());
        }
        fail(plan, 2);
        assertThat(position(TWO)).isEqualTo(Position.OPEN);
    }

    @Test
    void countsOtherRefusalsOfTheServiceAsAnswers() {
        ScriptedPlan plan = plan("{}", "{circuit_breaker: {request_volume_threshold: 4}}");
        bench.clients.fails("f", ScriptedFailures.http(404));
        for (int i = 0; i < 3; i++) {
            bench.failure(plan, "{}");
        }
        fail(plan, 1);
        assertThat(position("{circuit_breaker: {request_volume_threshold: 4}}")).isEqualTo(Position.CLOSED);
    }

    @Test
    void countsAttemptsThatTookTooLongButNotThoseThatTheRunCutShort() {
        bench.clients.hangs("f");
        ScriptedPlan cut = plan("{timeout: 'PT9S'}", TWO).timeout(Duration.ofSeconds(1));
        for (int i = 0; i < 3; i++) {
            bench.start(cut, "{}");
        }
        pass(1_000);
        assertThat(position(TWO)).isEqualTo(Position.CLOSED);
        ScriptedPlan slow = plan("{timeout: 'PT1S'}", TWO);
        bench.start(slow, "{}");
        bench.start(slow, "{}");
        pass(1_000);
        assertThat(position(TWO)).isEqualTo(Position.OPEN);
    }

    @Test
    void countsCallsThatTheTimeOfTheirStageEndsButNotThoseThatWereNotSent() {
        bench.clients.does("f", answers::wait);
        String policies = "{circuit_breaker: {request_volume_threshold: 2}, bulkhead: {max_concurrent: 1, queue: 1}}";
        ScriptedPlan plan =
                ScriptedPlan.of("{name: 's', service: 's.f', timeout: 'PT1S'}").service(service("{}", policies));
        bench.start(plan, "{}");
        bench.start(plan, "{}");
        pass(1_000);
        assertThat(bench.outcomes).hasSize(2);
        assertThat(position(policies)).isEqualTo(Position.CLOSED);
        bench.start(plan, "{}");
        pass(1_000);
        assertThat(position(policies)).isEqualTo(Position.OPEN);
    }

    @Test
    void closesWhenTheCallAfterThePauseSucceeds() {
        ScriptedPlan plan = plan("{}", TWO);
        fail(plan, 2);
        pass(5_001);
        assertThat(position(TWO)).isEqualTo(Position.HALF_OPEN);
        succeed(plan, 1);
        assertThat(position(TWO)).isEqualTo(Position.CLOSED);
        fail(plan, 1);
        assertThat(position(TWO)).isEqualTo(Position.CLOSED);
    }

    @Test
    void opensAgainWhenTheCallAfterThePauseFails() {
        ScriptedPlan plan = plan("{}", TWO);
        fail(plan, 2);
        pass(5_001);
        fail(plan, 1);
        assertThat(position(TWO)).isEqualTo(Position.OPEN);
        assertThat(bench.failure(plan, "{}").code()).isEqualTo("circuit-open");
    }

    @Test
    void closesOnlyAfterAsManySuccessesAsItWants() {
        String policy = "{circuit_breaker: {request_volume_threshold: 1, success_threshold: 3}}";
        ScriptedPlan plan = plan("{}", policy);
        fail(plan, 1);
        pass(5_001);
        succeed(plan, 2);
        assertThat(position(policy)).isEqualTo(Position.HALF_OPEN);
        fail(plan, 1);
        assertThat(position(policy)).isEqualTo(Position.OPEN);
        pass(5_001);
        succeed(plan, 3);
        assertThat(position(policy)).isEqualTo(Position.CLOSED);
    }

    @Test
    void letsNoMoreCallsPassHalfOpenThanItWantsToSee() {
        ScriptedPlan plan = plan("{}", TWO);
        fail(plan, 2);
        pass(5_001);
        bench.clients.does("f", answers::wait);
        bench.outcomes.clear();
        bench.start(plan, "{}");
        bench.start(plan, "{}");
        Failure refused = failed(bench.outcomes.get(0));
        assertThat(refused.code()).isEqualTo("circuit-open");
        assertThat(refused.retryAfter()).isEqualTo(1);
        answers.waiting.get(0).complete(event("{}"));
        assertThat(position(TWO)).isEqualTo(Position.CLOSED);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void givesBackHalfOpenWhatWasCancelledOrHadNothingToDoWithTheService(boolean cancelled) {
        ScriptedPlan plan = plan("{}", TWO);
        fail(plan, 2);
        pass(5_001);
        bench.clients.does("f", answers::wait);
        Cancellable run = bench.start(plan, "{}");
        if (cancelled) {
            run.cancel();
        } else {
            answers.waiting.get(0).fail(ScriptedFailures.of(FailureCode.EGRESS_DENIED));
        }
        assertThat(position(TWO)).isEqualTo(Position.HALF_OPEN);
        succeed(plan, 1);
        assertThat(position(TWO)).isEqualTo(Position.CLOSED);
    }

    @Test
    void forgetsWhatBecomesOfCallsThatBeganBeforeItOpened() {
        ScriptedPlan plan = plan("{timeout: 'PT20S'}", TWO);
        bench.clients.does("f", answers::wait);
        Cancellable early = bench.start(plan, "{}");
        bench.start(plan, "{}");
        fail(plan, 2);
        pass(5_001);
        bench.clients.does("f", answers::wait);
        bench.start(plan, "{}");
        early.cancel();
        answers.waiting.get(1).fail(ScriptedFailures.http(503));
        assertThat(position(TWO)).isEqualTo(Position.HALF_OPEN);
        bench.outcomes.clear();
        bench.start(plan, "{}");
        assertThat(failed(bench.outcomes.get(0)).code()).isEqualTo("circuit-open");
        answers.waiting.get(2).complete(event("{}"));
        assertThat(position(TWO)).isEqualTo(Position.CLOSED);
    }

    @Test
    void aCancelledCallLeavesAClosedCircuitAsItIs() {
        bench.clients.does("f", answers::wait);
        ScriptedPlan plan = plan("{}", TWO);
        bench.start(plan, "{}").cancel();
        bench.start(plan, "{}").cancel();
        fail(plan, 1);
        assertThat(position(TWO)).isEqualTo(Position.CLOSED);
    }

    @Test
    void anAttemptOfARetryThatFindsItOpenIsTheLast() {
        bench.clients.repeatable().fails("f", ScriptedFailures.http(503));
        bench.start(plan("{retry: {on: ['*'], max_attempts: 9}}", TWO), "{}");
        pass(10_000);
        Failure failure = failed(bench.outcomes.get(0));
        assertThat(failure.code()).isEqualTo("circuit-open");
        assertThat(failure.attempts()).isEqualTo(2);
        assertThat(bench.clients.calls).hasSize(2);
    }

    @Test
    void goesToTheErrorSection() {
        ScriptedPlan plan = plan("{error: {code: '{% $error.code %}'}}", TWO);
        bench.clients.fails("f", ScriptedFailures.http(503));
        bench.result(plan, "{}");
        bench.result(plan, "{}");
        bench.result(plan, "{}");
        assertThat(bench.clients.calls).hasSize(2);
    }

    @Test
    void belongsToTheProcessAndNotToAPlan() {
        fail(plan("{}", TWO), 1);
        fail(plan("{transform: {x: 1}}", TWO), 1);
        ScriptedPlan other = ScriptedPlan.of("{name: 'other', service: 's.f'}").service(service("{}", TWO));
        assertThat(bench.failure(other, "{}").code()).isEqualTo("circuit-open");
    }

    @Test
    void isAnotherOneForAnotherPolicyAndAnotherService() {
        fail(plan("{}", TWO), 2);
        String other = "{circuit_breaker: {request_volume_threshold: 3}}";
        succeed(plan("{}", other), 1);
        Service named = ScriptedPlan.service("t", TWO, Map.of("f", ScriptedPlan.function("{}")));
        succeed(ScriptedPlan.of("{service: 't.f'}").service(named), 1);
    }

    @Test
    void isSharedByTheFunctionsOfAServiceButForThoseThatHaveTheirOwn() {
        Map<String, ServiceFunction> functions = Map.of(
                "f", ScriptedPlan.function("{}"),
                "g", ScriptedPlan.function("{}"),
                "own", ScriptedPlan.function("{circuit_breaker: {request_volume_threshold: 9}}"));
        Service service = ScriptedPlan.service("s", TWO, functions);
        bench.clients.answers("g", event("{}")).answers("own", event("{}"));
        fail(ScriptedPlan.of("{service: 's.f'}").service(service), 2);
        ScriptedPlan g = ScriptedPlan.of("{service: 's.g'}").service(service);
        assertThat(bench.failure(g, "{}").code()).isEqualTo("circuit-open");
        bench.result(ScriptedPlan.of("{service: 's.own'}").service(service), "{}");
    }

    @Test
    void isForgottenWithTheService() {
        fail(plan("{}", TWO), 2);
        bench.engine.forget("s");
        succeed(plan("{}", TWO), 1);
        fail(plan("{}", TWO), 1);
        assertThat(position(TWO)).isEqualTo(Position.OPEN);
        Service gone = new Service("s", Service.State.UNDEFINED, "", ScriptedPlan.object("{}"), Map.of());
        bench.failure(ScriptedPlan.of("{service: 's.f'}").service(gone), "{}");
        succeed(plan("{}", TWO), 1);
    }

    @Test
    void tellsWhatItDoesAndSinceWhen() {
        Instant began = bench.scheduler.now();
        assertThat(bench.engine.circuit(service("{}", "{}"))).isEmpty();
        assertThat(bench.engine.circuit(service("{}", TWO))).contains(new CircuitState(Position.CLOSED, began));
        pass(700);
        Instant opened = bench.scheduler.now();
        fail(plan("{}", TWO), 2);
        assertThat(bench.engine.circuit(service("{}", TWO))).contains(new CircuitState(Position.OPEN, opened));
        pass(6_000);
        assertThat(bench.engine.circuit(service("{}", TWO)))
                .contains(new CircuitState(Position.HALF_OPEN, opened.plusSeconds(5)));
    }
}
