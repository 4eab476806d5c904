package dev.krakenflow.engine;

import static dev.krakenflow.engine.testing.EngineBench.event;
import static org.assertj.core.api.Assertions.assertThat;

import dev.krakenflow.engine.testing.EngineBench;
import dev.krakenflow.engine.testing.RecordingObservers;
import dev.krakenflow.engine.testing.ScriptedFailures;
import dev.krakenflow.engine.testing.ScriptedPlan;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ObservationTest {
    private static final Map<String, String> CALLERS = Map.of("traceparent", "of the caller");
    private static final RunOptions OPTIONS = new RunOptions(false, Long.MAX_VALUE, CALLERS, null);

    private final RecordingObservers observers = new RecordingObservers();
    private final EngineBench bench = new EngineBench(observers);

    private void start(ScriptedPlan plan, String event) {
        bench.start(plan.build(), event(event), OPTIONS);
        bench.scheduler.runSoon();
    }

    private List<String> told() {
        return observers.told;
    }

    @Test
    void tellsARunFromItsBeginToItsEnd() {
        start(ScriptedPlan.of("{name: 'a', transform: {y: 1}}", "{name: 'b', condition: false}"), "{}");
        assertThat(told())
                .containsExactly(
                        "observe pipe 0",
                        "begin",
                        "0 entered pipe.a",
                        "0 left",
                        "0 entered pipe.b",
                        "0 skipped",
                        "finished 1");
    }

    @Test
    void tellsEachAttemptAndSendsItWithHeadersOfItsOwn() {
        bench.clients.repeatable().fails("f", ScriptedFailures.http(503));
        start(ScriptedPlan.of("{name: 'a', service: 's.f'}").service("{retry: {max_attempts: 2}}"), "{}");
        bench.pass(1_000);
        assertThat(told())
                .containsSubsequence(
                        "0 f begins 1",
                        "0 f http.503",
                        "0 f begins 2",
                        "0 f http.503",
                        "0 failed http.503",
                        "finished 1");
        assertThat(bench.clients.contexts)
                .extracting(it -> it.tracing().get("traceparent"))
                .containsExactly("of 0 f 1", "of 0 f 2");
    }

    @Test
    void tellsAnAttemptThatHasNoTimeAnyMoreAsATimeout() {
        bench.clients.hangs("f");
        start(ScriptedPlan.of("{name: 'a', service: 's.f'}").service("{timeout: 'PT1S'}"), "{}");
        bench.pass(1_000);
        assertThat(told()).containsSubsequence("0 f begins 1", "0 f timeout", "0 failed timeout", "finished 1");
    }

    @Test
    void tellsThatARunWasCancelledWithItsCall() {
        bench.clients.hangs("f");
        ScriptedPlan plan = ScriptedPlan.of("{name: 'a', service: 's.f'}").service("{}");
        bench.start(plan.build(), event("{}"), OPTIONS).cancel();
        bench.scheduler.runSoon();
        assertThat(told()).containsSubsequence("0 f begins 1", "0 f cancelled", "0 ended", "finished 0");
    }

    @Test
    void tellsNoAttemptThatNeverBegan() {
        start(ScriptedPlan.of("{service: 's.f'}").service("{prepare: '{% $number(\"x\") %}'}"), "{}");
        assertThat(told()).noneMatch(it -> it.contains(" f ")).contains("0 failed expression");
    }

    @Test
    void tellsTheEventsOfAComposerEachForItself() {
        start(
                ScriptedPlan.of(
                        "{type: 'composer', name: 'c', events: '{% [{\\\"x\\\": 1}, {\\\"x\\\": 2}] %}'}",
                        "{name: 'b'}"),
                "{}");
        assertThat(told())
                .containsSubsequence("0 entered pipe.c", "0+1 left", "0 becomes", "0 left", "0 entered pipe.b")
                .containsSubsequence("0+1 entered pipe.b", "0+1 left", "finished 2");
    }

    @Test
    void tellsBranchesAndPlugsWithTheComponentsAroundThem() {
        ScriptedPlan inner = ScriptedPlan.of("{name: 'deep'}");
        start(ScriptedPlan.of("{type: 'plug', name: 'p', pipeline: 'inner'}").plugs("inner", inner), "{}");
        assertThat(told())
                .containsSubsequence("0 entered pipe.p", "0 entered inner.deep", "0 left", "0 left", "finished 1");
        start(ScriptedPlan.of("{type: 'parallel', name: 'f', branches: {a: [{name: 'in-a'}]}}"), "{}");
        assertThat(told()).containsSubsequence("0 entered pipe.f", "0/a entered pipe.in-a", "0/a left", "0 left");
    }

    @Test
    void tellsWhatTheCacheDid() {
        bench.clients.answers("f", event("{n: 1}"));
        ScriptedPlan plan =
                ScriptedPlan.of("{service: 's.f'}").service("{cache: {ttl: 'PT1M', stale_if_error: 'PT9M'}}");
        start(plan, "{}");
        start(plan, "{}");
        bench.scheduler.pass(Duration.ofMinutes(2));
        bench.clients.fails("f", ScriptedFailures.http(503));
        start(plan, "{}");
        assertThat(told().stream().filter(it -> it.startsWith("0 f")))
                .containsExactly(
                        "0 f MISS",
                        "0 f begins 1",
                        "0 f answered",
                        "0 f HIT",
                        "0 f MISS",
                        "0 f begins 1",
                        "0 f http.503",
                        "0 f STALE");
    }

    @Test
    void tellsThatACallWaitsForTheSameCallOfAnother() {
        bench.clients.hangs("f");
        ScriptedPlan plan = ScriptedPlan.of("{service: 's.f'}").service("{cache: {ttl: 'PT1M'}}");
        start(plan, "{}");
        start(plan, "{}");
        assertThat(told()).containsSubsequence("0 f MISS", "0 f begins 1", "0 f SHARED");
        assertThat(told()).containsOnlyOnce("0 f begins 1");
    }

    @Test
    void tellsTheCallsThatUndoSomething() {
        bench.clients.answers("f", event("{}")).answers("g", event("{}"));
        start(
                ScriptedPlan.of(
                                "{name: 'a', service: 's.f', compensate: {service: 's.g'}}",
                                "{type: 'raise', name: 'r', error: {type: 'sorry'}}")
                        .functions("f", "g"),
                "{}");
        assertThat(told())
                .containsSubsequence("0 failed sorry", "undo-a g begins 1", "undo-a g answered", "finished 1");
    }

    @Test
    void tellsTheAnswerThatIsGivenAgainAsARunOfItsOwn() {
        ScriptedPlan plan = byId();
        start(plan, "{id: 1}");
        start(plan, "{id: 1}");
        assertThat(told())
                .containsExactly(
                        "observe pipe 0",
                        "begin",
                        "0 entered pipe.a",
                        "0 left",
                        "finished 1",
                        "observe pipe 0",
                        "begin",
                        "finished 1");
    }

    @Test
    void tellsTheEndOfARunOnceThatIsCancelledWhileItsAnswerIsKept() {
        bench.claims.before("finish", () -> Uni.createFrom().nothing());
        bench.start(byId().build(), event("{id: 1}"), OPTIONS).cancel();
        bench.scheduler.runSoon();
        assertThat(told()).containsExactly("observe pipe 0", "begin", "0 entered pipe.a", "0 left", "finished 1");
    }

    @Test
    void saysNothingOfAClaimThatComesTooLateForACancelledCall() {
        bench.claims.before("claim", () -> Uni.createFrom().nothing());
        bench.start(byId().build(), event("{id: 1}"), OPTIONS).cancel();
        bench.pass(120_000);
        assertThat(told()).containsExactly("observe pipe 0", "begin", "finished 0");
        assertThat(bench.log.answered).isEmpty();
    }

    private static ScriptedPlan byId() {
        return ScriptedPlan.of("{name: 'a'}").idempotency("{key: '{% id %}', ttl: 'PT1H'}");
    }

    @Test
    void watchesTogetherWithTheHistory() {
        RunOptions debug = new RunOptions(true, Long.MAX_VALUE, Map.of(), null);
        Outcome outcome = bench.run(ScriptedPlan.of("{name: 'a'}"), "{}", debug);
        assertThat(outcome.history()).hasSize(1);
        assertThat(told()).contains("0 entered pipe.a", "finished 1");
    }

    @Test
    void allObserversAreToldOrNobodyWatches() {
        RecordingObservers other = new RecordingObservers();
        RunObservers both = RunObservers.all(List.of(observers, RunObservers.NONE, other));
        PlanRunner runner = new EngineBench(both).load(ScriptedPlan.of("{name: 'a'}"));
        runner.close();
        assertThat(told()).containsExactly("observe pipe 0", "closed");
        assertThat(other.told).isEqualTo(told());
        assertThat(RunObservers.all(List.of()).observe(runner.plan(), 1)).isSameAs(PlanObserver.NONE);
    }
}
