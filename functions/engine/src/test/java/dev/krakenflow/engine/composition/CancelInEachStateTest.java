package dev.krakenflow.engine.composition;

import static dev.krakenflow.engine.testing.EngineBench.event;
import static org.assertj.core.api.Assertions.assertThat;

import dev.krakenflow.engine.Outcome;
import dev.krakenflow.engine.PlanRunner;
import dev.krakenflow.engine.RunOptions;
import dev.krakenflow.engine.testing.EngineBench;
import dev.krakenflow.engine.testing.ScriptedFailures;
import dev.krakenflow.engine.testing.ScriptedPlan;
import dev.krakenflow.policy.Permission;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A run that is cancelled while it does something: what is called then, what is left, and whether the next run works. */
class CancelInEachStateTest {
    private static final String CALL = "{service: 's.f', prepare: {k: 1}, transform: {r: '{% v %}'}}";
    private static final String REMEMBERS =
            "{name: 'c', type: 'composer', memo: 0, newMemo: 1, service: 's.f', events: '{% [$event] %}'}";
    private static final String FAILS = "{transform: {x: '{% 1 + \\\"a\\\" %}'}}";
    private static final String UNDONE = "{compensate: {service: 's.other'}}";
    private static final Map<String, Object> OK = event("{v: 'ok'}");

    private final EngineBench bench = new EngineBench();
    private final List<Outcome> outcomes = new ArrayList<>();
    private PlanRunner runner;
    private Cancellable run;

    @BeforeEach
    void neverAnswer() {
        bench.clients.repeatable().hangs("f").answers("other", Map.of());
    }

    private static ScriptedPlan plan(String function, String... components) {
        return of(function, ScriptedPlan.of(components));
    }

    private static ScriptedPlan of(String function, ScriptedPlan plan) {
        return plan.services("{s: {interface: {f: " + function + ", other: {}}}}");
    }

    private void takes(long millis) {
        bench.clients.does("f", bench.after(millis, OK));
    }

    private void start(ScriptedPlan plan) {
        runner = bench.load(plan);
        run = runner.run(Map.of(), RunOptions.NONE, outcomes::addAll);
        assertThat(outcomes).isEmpty();
    }

    /** Somebody else runs an event, and nobody cancels that. */
    private void another(ScriptedPlan plan) {
        bench.load(plan).run(Map.of(), RunOptions.NONE, theirs -> {});
    }

    private Uni<?> later() {
        return bench.after(1_000, true).apply(0);
    }

    /** Cancels the run: these functions are called then, and no others; and the next run works, of which nothing is left. */
    private void cancelCalls(String... functions) {
        int before = bench.clients.called.size();
        run.cancel();
        run.cancel();
        bench.pass(20_000);
        assertThat(bench.clients.called.subList(before, bench.clients.called.size()))
                .containsExactly(functions);
        assertThat(outcomes).isEmpty();
        nextRunWorks();
        assertThat(bench.log.failures).isEmpty();
        bench.assertNothingIsLeft();
    }

    private void nextRunWorks() {
        bench.clients.answers("f", OK);
        bench.limits.answers(Uni.createFrom().item(new Permission(true, Duration.ZERO)));
        bench.cache.isAway(false);
        bench.memos.waitFor(() -> Uni.createFrom().voidItem());
        bench.claims.before("claim", () -> Uni.createFrom().voidItem());
        bench.claims.before("finish", () -> Uni.createFrom().voidItem());
        bench.scheduler.passPerLook(Duration.ZERO);
        int before = bench.clients.called.size();
        runner.run(event("{next: 1}"), RunOptions.NONE, outcomes::addAll);
        bench.pass(5_000);
        assertThat(outcomes).isNotEmpty();
        assertThat(bench.clients.called.size()).isGreaterThan(before);
    }

    @Test
    void whileItWaitsForItsClaim() {
        bench.claims.before("claim", this::later);
        start(plan("{}", CALL).idempotency("{key: '{% $exists(next) ? 2 : 1 %}'}"));
        cancelCalls();
        assertThat(bench.claims.asked).startsWith("claim", "release");
    }

    @Test
    void whileItsAnswerIsKept() {
        takes(0);
        bench.claims.before("finish", this::later);
        start(plan("{}", CALL).idempotency("{key: '{% $exists(next) ? 2 : 1 %}'}"));
        bench.pass(500);
        assertThat(bench.claims.asked).containsExactly("claim", "finish");
        cancelCalls();
    }

    @Test
    void whenTheThreadWasGivenBack() {
        bench.scheduler.passPerLook(Duration.ofMillis(10));
        start(plan("{}", "{transform: {x: 1}}", CALL));
        assertThat(bench.clients.called).isEmpty();
        cancelCalls();
    }

    @Test
    void inACall() {
        start(plan("{}", CALL));
        cancelCalls();
        assertThat(bench.clients.cancelled).isEqualTo(1);
    }

    @Test
    void inACallThatHasTheTimeOfAStageAndOfAnAttempt() {
        start(plan("{timeout: 'PT2S'}", CALL.replace("}}", "}, timeout: 'PT3S'}")));
        cancelCalls();
        assertThat(bench.clients.cancelled).isEqualTo(1);
    }

    @Test
    void inTheCallOfAComposer() {
        start(plan("{}", "{type: 'composer', service: 's.f', events: '{% [$] %}'}"));
        cancelCalls();
        assertThat(bench.clients.cancelled).isEqualTo(1);
    }

    @Test
    void inThePauseOfARetry() {
        bench.clients.fails("f", ScriptedFailures.http(503));
        start(plan("{retry: {delay: 'PT1S'}}", CALL));
        assertThat(bench.scheduler.timers()).isEqualTo(1);
        cancelCalls();
    }

    @Test
    void beforeAnAttemptThatComesWithoutAPause() {
        bench.clients.fails("f", ScriptedFailures.http(503));
        start(plan("{retry: {delay: 'PT0S'}}", CALL));
        assertThat(bench.clients.called).hasSize(1);
        cancelCalls();
    }

    @Test
    void inASecondAttempt() {
        bench.clients.does("f", ScriptedFailures.then(null, ScriptedFailures.http(503)));
        start(plan("{retry: {delay: 'PT0S'}}", CALL));
        bench.scheduler.runSoon();
        assertThat(bench.clients.called).hasSize(2);
        cancelCalls();
        assertThat(bench.clients.cancelled).isEqualTo(1);
    }

    @Test
    void inTheQueueOfABulkhead() {
        takes(2_000);
        ScriptedPlan plan = plan("{bulkhead: {max_concurrent: 1, queue: 1}}", CALL);
        another(plan);
        start(plan);
        assertThat(bench.clients.called).hasSize(1);
        cancelCalls();
        assertThat(bench.clients.cancelled).isZero();
    }

    @Test
    void inTheOnlyPlaceOfABulkhead() {
        start(plan("{bulkhead: {max_concurrent: 1}}", CALL));
        cancelCalls();
    }

    @Test
    void whileItWaitsForTheLimitOfAllProcesses() {
        bench.limits.answers(Uni.createFrom().nothing());
        start(plan("{rate_limit: {limit: 5, scope: 'shared'}}", CALL));
        assertThat(bench.limits.asked).hasSize(1);
        cancelCalls();
    }

    @Test
    void whileItWaitsForTheCacheOfAllProcesses() {
        bench.cache.first = Uni.createFrom().nothing();
        start(plan("{cache: {scope: 'shared'}}", CALL));
        assertThat(bench.cache.asked).isEqualTo(1);
        cancelCalls();
    }

    @Test
    void whileItWaitsForTheCallOfAnother() {
        takes(2_000);
        ScriptedPlan plan = plan("{cache: {ttl: 'PT1S'}}", CALL);
        another(plan);
        start(plan);
        assertThat(bench.clients.called).hasSize(1);
        cancelCalls();
        assertThat(bench.clients.cancelled).isZero();
    }

    @Test
    void inACallThatAnotherWaitsFor() {
        takes(2_000);
        ScriptedPlan plan = plan("{cache: {ttl: 'PT1S'}}", CALL);
        start(plan);
        another(plan);
        assertThat(bench.clients.called).hasSize(1);
        cancelCalls();
        assertThat(bench.clients.cancelled).isZero();
    }

    @Test
    void whileItIsTheOnlyOneThatMayCallAService() {
        bench.clients.fails("f", ScriptedFailures.http(500));
        ScriptedPlan plan = plan("{circuit_breaker: {request_volume_threshold: 1, delay: 'PT1S'}}", CALL);
        another(plan);
        bench.pass(1_001);
        bench.clients.hangs("f");
        start(plan);
        assertThat(bench.clients.called).hasSize(2);
        cancelCalls();
        assertThat(EngineBench.results(outcomes)).containsExactly(event("{next: 1, r: 'ok'}"));
    }

    @Test
    void inBranches() {
        start(plan("{}", "{type: 'parallel', branches: {a: " + CALL + ", b: " + CALL + "}}"));
        cancelCalls();
        assertThat(bench.clients.cancelled).isEqualTo(2);
    }

    @Test
    void inABranchWhileOthersHaveNotBegun() {
        start(plan("{}", "{type: 'parallel', concurrency_limit: 1, branches: {a: " + CALL + ", b: " + CALL + "}}"));
        assertThat(bench.clients.called).hasSize(1);
        cancelCalls();
        assertThat(bench.clients.cancelled).isEqualTo(1);
    }

    @Test
    void inItemsWhileOthersHaveNotBegun() {
        start(plan("{}", "{type: 'map', items: [1, 2, 3], concurrency_limit: 2, components: " + CALL + "}"));
        cancelCalls();
        assertThat(bench.clients.cancelled).isEqualTo(2);
    }

    @Test
    void inARace() {
        start(plan("{}", "{type: 'parallel', mode: 'any', branches: {a: " + CALL + ", b: {type: 'dead-end'}}}"));
        cancelCalls();
        assertThat(bench.clients.cancelled).isEqualTo(1);
    }

    @Test
    void inItemsOfBranchesOfPlugs() {
        ScriptedPlan sub = plan("{}", "{type: 'map', items: [1, 2], components: " + CALL + "}");
        start(plan("{}", "{type: 'parallel', branches: {a: {type: 'plug', pipeline: 'sub'}, b: " + CALL + "}}")
                .plugs("sub", sub));
        cancelCalls();
        assertThat(bench.clients.cancelled).isEqualTo(3);
    }

    @Test
    void amongTheComponentsOfACatch() {
        start(plan("{}", FAILS.replace("}}", "}, catch: [{components: [1, 2]}]}"), CALL));
        cancelCalls();
    }

    @Test
    void inOnError() {
        start(of("{}", ScriptedPlan.of(FAILS).onError(CALL)));
        cancelCalls();
        assertThat(bench.clients.cancelled).isEqualTo(1);
    }

    @Test
    void inOnErrorBeforeFinally() {
        start(of("{}", ScriptedPlan.of(FAILS).onError(CALL).lastly("{service: 's.other'}")));
        cancelCalls("other");
    }

    @Test
    void inOnErrorThatFinishedSomething() {
        start(of("{}", ScriptedPlan.of(FAILS).onError(UNDONE, CALL)));
        cancelCalls("other");
    }

    @Test
    void inTheQueueOfAMemo() {
        takes(2_000);
        another(plan("{}", REMEMBERS));
        start(plan("{}", REMEMBERS));
        cancelCalls();
    }

    @Test
    void whileItWaitsForAMemo() {
        bench.memos.waitFor(this::later);
        start(plan("{}", REMEMBERS));
        cancelCalls();
        assertThat(bench.memos.asked).startsWith("read");
    }

    @Test
    void whileItsMemoIsWritten() {
        takes(0);
        start(plan("{}", REMEMBERS));
        bench.memos.waitFor(this::later);
        bench.pass(500);
        assertThat(bench.memos.asked).containsExactly("read", "replace");
        cancelCalls();
    }

    @Test
    void whileItHoldsALease() {
        start(plan("{}", REMEMBERS.replace("memo: 0", "memo: 0, leased: true")));
        assertThat(bench.memos.isLeased()).isTrue();
        cancelCalls();
    }

    @Test
    void whileItWaitsForALease() {
        bench.memos.waitFor(this::later);
        start(plan("{}", REMEMBERS.replace("memo: 0", "memo: 0, leased: true")));
        cancelCalls();
    }

    @Test
    void whileSomeOfItsEventsHaveNotBegun() {
        start(plan("{}", "{type: 'composer', events: '{% [1, 2].{\\\"n\\\": $} %}'}", CALL)
                .concurrency(1));
        cancelCalls();
        assertThat(bench.clients.cancelled).isEqualTo(1);
    }

    @Test
    void whileItUndoes() {
        takes(1_000);
        start(plan("{}", UNDONE, "{compensate: {service: 's.f'}}", "{type: 'raise', error: {type: 'no'}}"));
        assertThat(bench.clients.called).containsExactly("f");
        cancelCalls("other");
        assertThat(bench.clients.cancelled).isZero();
    }

    @Test
    void whenItHasSomethingToUndo() {
        start(plan("{}", UNDONE, CALL));
        cancelCalls("other");
    }

    @Test
    void whenItMayHaveDoneSomething() {
        start(plan("{}", CALL.replace("}}", "}, compensate: {service: 's.other'}}")));
        cancelCalls("other");
    }

    @Test
    void whenABranchHasSomethingToUndo() {
        start(plan("{}", "{type: 'parallel', branches: {a: " + UNDONE + ", b: [" + UNDONE + ", " + CALL + "]}}"));
        cancelCalls("other", "other");
    }

    @Test
    void whileABranchThatLostIsUndone() {
        takes(1_000);
        String lost = "[{compensate: {service: 's.f'}}, {service: 's.never'}]";
        bench.clients.hangs("never").hangs("slow");
        ScriptedPlan plan = ScriptedPlan.of(
                        "{type: 'parallel', mode: 'any', branches: {a: " + lost + ", b: {transform: {won: 1}}}}",
                        "{service: 's.slow'}")
                .functions("f", "never", "slow", "other");
        start(plan);
        assertThat(bench.clients.called).containsExactly("never", "f", "slow");
        bench.clients.answers("never", OK).answers("slow", OK);
        cancelCalls();
        assertThat(bench.clients.cancelled).isEqualTo(2);
    }

    @Test
    void inFinally() {
        takes(500);
        start(of("{}", ScriptedPlan.of("{}").lastly("{service: 's.f'}", "{service: 's.other'}")));
        cancelCalls("other");
        assertThat(bench.clients.cancelled).isZero();
    }

    @Test
    void inTheItemsOfFinally() {
        takes(300);
        start(of(
                "{}",
                ScriptedPlan.of("{}")
                        .lastly(
                                "{type: 'map', items: [1, 2], concurrency_limit: 1, components: {service: 's.f'}}",
                                "{service: 's.other'}")));
        cancelCalls("f", "other");
        assertThat(bench.clients.cancelled).isZero();
    }

    @Test
    void whenThereIsSomethingToDoAtLast() {
        start(of("{}", ScriptedPlan.of(UNDONE, CALL).lastly("{service: 's.other', prepare: {last: 1}}")));
        cancelCalls("other", "other");
        assertThat(bench.clients.calls.get(2)).isEqualTo(event("{last: 1}"));
    }

    @Test
    void whenPlugsOfItemsHaveSomethingToDoAtLast() {
        ScriptedPlan sub = ScriptedPlan.of(CALL).lastly("{service: 's.other'}");
        start(of(
                "{}",
                ScriptedPlan.of("{type: 'map', items: [1, 2], components: {type: 'plug', pipeline: 'sub'}}")
                        .plugs("sub", sub)));
        cancelCalls("other", "other");
    }
}
