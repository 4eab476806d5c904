package dev.krakenflow.engine.composition;

import static dev.krakenflow.engine.testing.EngineBench.event;
import static org.assertj.core.api.Assertions.assertThat;

import dev.krakenflow.engine.client.CallContext;
import dev.krakenflow.engine.testing.EngineBench;
import dev.krakenflow.engine.testing.ScriptedAnswers;
import dev.krakenflow.engine.testing.ScriptedFailures;
import dev.krakenflow.engine.testing.ScriptedPlan;
import io.smallrye.mutiny.subscription.Cancellable;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Calls that may come again, in both directions, with what makes calls again, refuses them or ends them. */
class IdempotencyWithPoliciesTest {
    private static final Map<String, Object> OK = event("{v: 1}");

    private final EngineBench bench = new EngineBench();
    private final ScriptedAnswers answers = new ScriptedAnswers();

    @BeforeEach
    void answer() {
        bench.clients.answers("f", OK).answers("undo", Map.of());
    }

    @AfterEach
    void nothingIsLeft() {
        bench.assertNothingIsLeft();
    }

    private static ScriptedPlan plan(String function, String... components) {
        return ScriptedPlan.of(components)
                .services("{s: {interface: {f: " + function + ", undo: {}}}}")
                .idempotency("{key: '{% id %}'}");
    }

    private static ScriptedPlan calling(String function) {
        return plan(function, "{service: 's.f', transform: {r: '{% v %}'}}");
    }

    private List<Object> results() {
        return EngineBench.results(bench.outcomes);
    }

    private List<String> sentKeys() {
        return bench.clients.contexts.stream().map(CallContext::idempotencyKey).toList();
    }

    @Test
    void theSameCallIsRunningInThePauseOfARetry() {
        bench.clients.repeatable().does("f", ScriptedFailures.then(OK, ScriptedFailures.http(503)));
        ScriptedPlan plan = calling("{retry: {delay: 'PT1S'}}");
        bench.start(plan, "{id: 1}");
        bench.start(plan, "{id: 1}");
        bench.pass(1_000);
        bench.start(plan, "{id: 1}");
        assertThat(results()).containsExactly("in-progress", event("{id: 1, r: 1}"), event("{id: 1, r: 1}"));
        assertThat(bench.clients.called).hasSize(2);
    }

    @Test
    void aCallThatWasRefusedForAWhileMayComeAgain() {
        ScriptedPlan plan = calling("{rate_limit: {limit: 1, window: 'PT1S'}}");
        bench.start(plan, "{id: 1}");
        bench.start(plan, "{id: 2}");
        bench.pass(1_000);
        bench.start(plan, "{id: 2}");
        assertThat(results()).containsExactly(event("{id: 1, r: 1}"), "rate-limited", event("{id: 2, r: 1}"));
    }

    @Test
    void aCallThatFoundTheCircuitOpenMayComeAgain() {
        bench.clients.fails("f", ScriptedFailures.http(500));
        ScriptedPlan plan = calling("{circuit_breaker: {request_volume_threshold: 1, delay: 'PT1S'}}");
        bench.start(plan, "{id: 1}");
        bench.start(plan, "{id: 1}");
        bench.pass(1_001);
        bench.clients.answers("f", OK);
        bench.start(plan, "{id: 1}");
        assertThat(results()).containsExactly("http.500", "circuit-open", event("{id: 1, r: 1}"));
    }

    @Test
    void aCallThatTimedOutMayComeAgainAndOnlyBehindItsUndoing() {
        bench.clients.hangs("f").does("undo", answers::wait);
        ScriptedPlan plan = plan("{}", "{service: 's.f', timeout: 'PT1S', compensate: {service: 's.undo'}}");
        bench.start(plan, "{id: 1}");
        bench.pass(1_000);
        bench.start(plan, "{id: 1}");
        answers.waiting.get(0).complete(Map.of());
        bench.clients.answers("f", OK);
        bench.start(plan, "{id: 1}");
        assertThat(results()).containsExactly("in-progress", "timeout", event("{id: 1}"));
    }

    @Test
    void aCallWhoseBudgetIsOverMayComeAgain() {
        bench.clients.hangs("f");
        ScriptedPlan plan = calling("{}").timeout(Duration.ofSeconds(1));
        bench.start(plan, "{id: 1}");
        bench.pass(1_000);
        bench.clients.answers("f", OK);
        bench.start(plan, "{id: 1}");
        assertThat(results()).containsExactly("budget-exhausted", event("{id: 1, r: 1}"));
    }

    @Test
    void twoCallsWithOtherKeysShareTheirCallOfTheService() {
        bench.clients.does("f", answers::wait);
        ScriptedPlan plan = plan("{cache: {}}", "{service: 's.f', prepare: {k: 1}, transform: {r: '{% v %}'}}");
        bench.start(plan, "{id: 1}");
        bench.start(plan, "{id: 2}");
        answers.waiting.get(0).complete(OK);
        bench.scheduler.runSoon();
        assertThat(results()).containsExactly(event("{id: 1, r: 1}"), event("{id: 2, r: 1}"));
        assertThat(bench.clients.called).hasSize(1);
    }

    @Test
    void aCancelledRunThatIsUndoneKeepsItsMarkUntilThatEnds() {
        bench.clients.hangs("f");
        ScriptedPlan plan =
                plan("{}", "{service: 's.f', compensate: {service: 's.undo'}}").timeout(Duration.ofSeconds(1));
        Cancellable run = bench.start(plan, "{id: 1}");
        run.cancel();
        bench.clients.answers("f", OK);
        bench.start(plan, "{id: 1}");
        assertThat(results()).containsExactly("in-progress");
        assertThat(bench.clients.called).containsExactly("f", "undo");
    }

    @Test
    void theKeyThatIsSentMakesAttemptsSafe() {
        bench.clients.does("f", ScriptedFailures.then(OK, ScriptedFailures.http(503)));
        bench.start(calling("{retry: {}}"), "{id: 1}");
        bench.pass(1_000);
        bench.start(calling("{retry: {}, idempotency_key: '{% $string(id) %}'}"), "{id: 2}");
        assertThat(results()).containsExactly("http.503", event("{id: 2, r: 1}"));
    }

    @Test
    void theKeyThatIsSentIsThatOfItsItem() {
        bench.clients.does("f", ScriptedFailures.then(OK, ScriptedFailures.http(503), ScriptedFailures.http(503)));
        ScriptedPlan plan = plan(
                "{retry: {}, idempotency_key: '{% $string(k) %}'}",
                "{type: 'map', items: [7, 8], components: {service: 's.f', prepare: {k: '{% item %}'}}}");
        bench.start(plan, "{id: 1}");
        bench.pass(1_000);
        assertThat(sentKeys()).containsExactly("7", "8", "7", "8");
    }

    @Test
    void theKeyThatIsSentIsTheSameInALoopThatTriesAgain() {
        bench.clients.does("f", ScriptedFailures.then(OK, ScriptedFailures.http(503), ScriptedFailures.http(503)));
        ScriptedPlan plan = plan(
                "{idempotency_key: '{% $string(id) %}'}",
                "{type: 'goto-point'}", "{service: 's.f', catch: [{errors: ['http.503'], goto: 0}]}");
        bench.start(plan, "{id: 7}");
        assertThat(sentKeys()).containsExactly("7", "7", "7");
    }

    @Test
    void undoingSendsTheKeyOfItsOwnFunction() {
        ScriptedPlan plan = ScriptedPlan.of(
                        "{service: 's.f', compensate: {service: 's.undo', retry: {delay: 'PT0.1S'}}}",
                        "{type: 'raise', error: {type: 'no'}}")
                .services("{s: {interface: {f: {idempotency_key: '{% \\\"do-\\\" & id %}'}, undo: {idempotency_key:"
                        + " '{% \\\"undo-\\\" & id %}'}}}}");
        bench.clients.does("undo", ScriptedFailures.then(Map.of(), ScriptedFailures.http(503)));
        bench.start(plan, "{id: 7}");
        bench.pass(100);
        assertThat(sentKeys()).containsExactly("do-7", "undo-7", "undo-7");
    }
}
