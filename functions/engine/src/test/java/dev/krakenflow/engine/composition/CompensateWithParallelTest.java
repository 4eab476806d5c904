package dev.krakenflow.engine.composition;

import static dev.krakenflow.engine.testing.EngineBench.completed;
import static dev.krakenflow.engine.testing.EngineBench.event;
import static dev.krakenflow.engine.testing.EngineBench.failed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.krakenflow.engine.Outcome;
import dev.krakenflow.engine.RunOptions;
import dev.krakenflow.engine.testing.EngineBench;
import dev.krakenflow.engine.testing.ScriptedAnswers;
import dev.krakenflow.engine.testing.ScriptedFailures;
import dev.krakenflow.engine.testing.ScriptedPlan;
import io.smallrye.mutiny.subscription.Cancellable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is undone of stages that stand in fan-outs, loops, switches, plugs and lists, or have other policies as well. */
class CompensateWithParallelTest {
    private static final String RAISE = "{name: 'no', type: 'raise', error: {type: 'no'}}";

    private final EngineBench bench = new EngineBench();
    private final ScriptedAnswers answers = new ScriptedAnswers();

    @BeforeEach
    void workAndUndo() {
        bench.clients
                .answers("work", Map.of())
                .answers("undo", Map.of())
                .answers("other", Map.of())
                .does("slow", answers::wait);
    }

    @AfterEach
    void nothingIsLeft() {
        bench.assertNothingIsLeft();
    }

    private static ScriptedPlan plan(String... components) {
        return ScriptedPlan.of(components).functions("work", "undo", "slow", "other");
    }

    private static String stage(String name) {
        return "{name: 'N', service: 's.work', compensate: {service: 's.undo', prepare: {undo: 'N', i: '{% item %}'}}}"
                .replace("N", name);
    }

    private List<Object> undone() {
        return bench.clients.calls.stream()
                .filter(args -> ((Map<?, ?>) args).containsKey("undo"))
                .toList();
    }

    private Object compensated() {
        return failed(bench.outcomes.getLast()).members().get("compensated");
    }

    @Test
    void aBranchThatEndsInADeadEndIsUndoneWhenTheRunFailsLater() {
        String parallel =
                "{type: 'parallel', branches: {p: [" + stage("p") + ", {type: 'dead-end'}], q: " + stage("q") + "}}";
        bench.run(plan(parallel), "{}");
        assertThat(undone()).isEmpty();
        assertThat(bench.failure(plan(parallel, RAISE), "{}").members())
                .isEqualTo(Map.of("compensated", List.of("q", "p")));
    }

    @Test
    void theProblemOfABranchThatIsSettledTellsWhatWasUndoneOfIt() {
        String settled = "{type: 'parallel', mode: 'settled', branches: {p: [" + stage("p") + ", " + stage("q") + ", "
                + RAISE + "], r: " + stage("r") + "}, transform: {e: '{% errors.p.compensated %}'}}";
        assertThat(bench.result(plan(settled), "{}")).isEqualTo(event("{e: ['q', 'p']}"));
        assertThat(undone()).hasSize(2);
    }

    @Test
    void aBranchThatIsSettledEndsWhenItIsUndone() {
        bench.clients.does("undo", answers::wait);
        String settled = "{type: 'parallel', mode: 'settled', branches: {p: [" + stage("p") + ", " + RAISE
                + "]}, transform: {e: '{% errors.p.compensated[] %}'}}";
        bench.start(plan(settled), "{}");
        assertThat(bench.outcomes).isEmpty();
        answers.waiting.get(0).complete(Map.of());
        assertThat(completed(bench.outcomes.get(0))).isEqualTo(event("{e: ['p']}"));
    }

    @Test
    void ofARaceThatNobodyWinsEveryBranchIsUndoneAtItsOwnEnd() {
        String race = "{type: 'parallel', mode: 'any', branches: {p: [" + stage("p") + ", " + RAISE + "], q: ["
                + stage("q") + ", {service: 's.slow'}, " + RAISE + "]}}";
        bench.start(plan(stage("a"), race), "{}");
        assertThat(undone()).isEqualTo(List.of(event("{undo: 'p'}")));
        answers.waiting.get(0).complete(Map.of());
        assertThat(failed(bench.outcomes.get(0)).code()).isEqualTo("all-failed");
        assertThat(compensated()).isEqualTo(List.of("p", "q", "a"));
    }

    @Test
    void theWinnerIsUndoneWhenTheRunFailsLaterAndTheLosersOnce() {
        String race = "{type: 'parallel', mode: 'any', branches: {p: [" + stage("p") + ", {service: 's.slow'}], q: "
                + stage("q") + "}}";
        assertThat(bench.failure(plan(race, RAISE), "{}").members())
                .isEqualTo(Map.of("compensated", List.of("p", "q")));
        assertThat(undone()).hasSize(2);
    }

    @Test
    void ofAMapEveryItemIsUndoneWithItsOwnItem() {
        String map = "{type: 'map', items: [1, 2], components: " + stage("a") + "}";
        bench.run(plan(map, RAISE), "{}");
        assertThat(undone()).isEqualTo(List.of(event("{undo: 'a', i: 2}"), event("{undo: 'a', i: 1}")));
    }

    @Test
    void ofAMapItemsThatHaveNotBegunAreNotUndone() {
        String map = "{type: 'map', items: [1, 2, 3], concurrency_limit: 1, components: [" + stage("a")
                + ", {type: 'raise', condition: '{% item = 2 %}', error: {type: 'two'}}]}";
        assertThat(bench.failure(plan(map), "{}").members()).isEqualTo(Map.of("compensated", List.of("a", "a")));
        assertThat(undone()).isEqualTo(List.of(event("{undo: 'a', i: 2}"), event("{undo: 'a', i: 1}")));
    }

    @Test
    void theTimeOfAMapUndoesWhatItsItemsFinishedAndWhatIsUnderWay() {
        String map = "{name: 'm', type: 'map', items: [1, 2], timeout: 'PT1S', components: ["
                + stage("a") + ", " + stage("b").replace("s.work", "s.slow") + "],"
                + " catch: [{transform: {c: '{% $error.code %}', u: '{% $error.compensated %}'}}]}";
        bench.start(plan(map), "{}");
        bench.pass(1_000);
        assertThat(completed(bench.outcomes.get(0))).isEqualTo(event("{c: 'timeout', u: ['b', 'b', 'a', 'a']}"));
        assertThat(undone()).hasSize(4);
    }

    @Test
    void onlyTheBranchOfASwitchThatWasTakenIsUndone() {
        ScriptedPlan plan = plan(
                "{type: 'switch', condition: '{% b %}', branches: {x: 1, y: 2}}",
                stage("x").replace("{name", "{next: 3, name"), stage("y"), RAISE);
        assertThat(bench.failure(plan, "{b: 'x'}").members()).isEqualTo(Map.of("compensated", List.of("x")));
        assertThat(bench.failure(plan, "{b: 'y'}").members()).isEqualTo(Map.of("compensated", List.of("y")));
    }

    @Test
    void eventsOfAListAreUndoneEachForItself() {
        ScriptedPlan plan = plan(stage("a"), "{type: 'raise', condition: '{% item = 2 %}', error: {type: 'two'}}");
        List<Object> results = new ArrayList<>();
        bench.load(plan)
                .call(List.of(event("{item: 1}"), event("{item: 2}"), event("{item: 3}")), RunOptions.NONE)
                .subscribe()
                .with(all -> all.forEach(it -> results.addAll(EngineBench.results(it))));
        assertThat(results).containsExactly(event("{item: 1}"), "two", event("{item: 3}"));
        assertThat(undone()).isEqualTo(List.of(event("{undo: 'a', i: 2}")));
    }

    @Test
    void aListThatIsCancelledUndoesAllItsRunsAndOnlyThoseThatBegan() {
        ScriptedPlan plan = plan(stage("a"), "{service: 's.slow'}").concurrency(2);
        Cancellable call = bench.load(plan)
                .call(List.of(event("{item: 1}"), event("{item: 2}"), event("{item: 3}")), RunOptions.NONE)
                .subscribe()
                .with(all -> {});
        call.cancel();
        assertThat(undone()).containsExactlyInAnyOrder(event("{undo: 'a', i: 1}"), event("{undo: 'a', i: 2}"));
    }

    @Test
    void aStageThatSucceededAtLastIsUndoneOnce() {
        bench.clients
                .repeatable()
                .does("work", ScriptedFailures.then(Map.of(), ScriptedFailures.http(503), ScriptedFailures.http(503)));
        bench.start(plan(stage("a").replace("compensate", "retry: {}, compensate"), RAISE), "{}");
        bench.pass(1_000);
        assertThat(compensated()).isEqualTo(List.of("a"));
    }

    @Test
    void aRetryThatIsCancelledInItsPauseUndoesWhatAnAttemptMayHaveDone() {
        bench.clients.repeatable().fails("work", ScriptedFailures.http(503));
        bench.start(plan(stage("a").replace("compensate", "retry: {}, compensate")), "{}")
                .cancel();
        bench.pass(10_000);
        assertThat(undone()).isEqualTo(List.of(event("{undo: 'a'}")));
        assertThat(bench.clients.called).containsExactly("work", "undo");
    }

    @Test
    void undoingIsTriedAgainWhileTheAnswerWaits() {
        bench.clients.repeatable().does("undo", ScriptedFailures.then(Map.of(), ScriptedFailures.http(503)));
        String stage = stage("a").replace("'s.undo',", "'s.undo', retry: {delay: 'PT2S', max_delay: 'PT2S'},");
        bench.start(plan(stage, RAISE).timeout(Duration.ofSeconds(1)), "{}");
        bench.pass(1_999);
        assertThat(bench.outcomes).isEmpty();
        bench.pass(1);
        assertThat(compensated()).isEqualTo(List.of("a"));
    }

    @Test
    void aMapIsUndoneBeforeItsCatchGoesOn() {
        bench.clients.does("undo", answers::wait);
        String map = "{type: 'map', items: [1], components: [" + stage("a") + ", " + RAISE + "],"
                + " catch: [{components: [1, 2]}]}";
        bench.start(plan(map, "{service: 's.other', prepare: {seen: '{% $error.compensated %}'}}"), "{}");
        assertThat(bench.clients.called).containsExactly("work", "undo");
        answers.waiting.get(0).complete(Map.of());
        assertThat(bench.clients.calls.getLast()).isEqualTo(event("{seen: ['a']}"));
        assertThat(bench.outcomes).hasSize(1);
    }

    @Test
    void aRunThatIsCancelledWhileAMapIsUndoneDoesNotGoOnWithTheCatch() {
        bench.clients.does("undo", answers::wait);
        String map = "{type: 'map', items: [1], components: [" + stage("a") + ", " + RAISE + "],"
                + " catch: [{components: [1, 2]}]}";
        Cancellable run = bench.start(plan(stage("b"), map, "{service: 's.other'}"), "{}");
        run.cancel();
        answers.waiting.get(0).complete(Map.of());
        answers.waiting.get(1).complete(Map.of());
        assertThat(bench.clients.called).containsExactly("work", "work", "undo", "undo");
        assertThat(bench.outcomes).isEmpty();
    }

    @Test
    void aBranchThatFailsStopsTheOthersBeforeItIsUndone() {
        bench.clients.does("undo", answers::wait);
        String map = "{type: 'map', items: [1], components: [" + stage("a") + ", " + RAISE + "]}";
        bench.start(plan("{type: 'parallel', branches: {p: {service: 's.slow'}, q: " + map + "}}"), "{}");
        assertThat(bench.clients.cancelled).isEqualTo(1);
        assertThat(bench.outcomes).isEmpty();
        answers.waiting.get(1).complete(Map.of());
        assertThat(compensated()).isEqualTo(List.of("a"));
    }

    @Test
    void aHistoryHasTheStageAndTheFailureHasWhatWasUndone() {
        bench.start(plan(stage("a"), RAISE).build(), Map.of(), new RunOptions(true, Long.MAX_VALUE, Map.of(), null));
        Outcome outcome = bench.outcomes.get(0);
        assertThat(outcome.history()).extracting(it -> it.get("component")).isEqualTo(List.of("a", "no"));
        assertThat(compensated()).isEqualTo(List.of("a"));
    }

    @Test
    void aPlugInAnItemIsUndoneByTheMapThatIsLeft() {
        ScriptedPlan sub = plan(stage("in"), "{type: 'raise', condition: '{% item = 2 %}', error: {type: 'two'}}");
        ScriptedPlan plan = plan(
                        stage("a"), "{type: 'map', items: [1, 2], components: {type: 'plug', pipeline: 'sub'}}")
                .plugs("sub", sub);
        assertThat(bench.failure(plan, "{item: 0}").members()).containsEntry("compensated", List.of("in", "in", "a"));
        assertThat(undone()).hasSize(3);
    }

    @Test
    void aStageBehindAPlugWithHandlersThatFailsIsNotSeenByThem() {
        ScriptedPlan sub =
                plan(stage("in")).onError("{service: 's.other'}").lastly("{service: 's.other', prepare: {l: 1}}");
        ScriptedPlan plan = plan("{type: 'plug', pipeline: 'sub'}", RAISE).plugs("sub", sub);
        assertThat(bench.failure(plan, "{}").members()).isEqualTo(Map.of("compensated", List.of("in")));
        assertThat(bench.clients.called).containsExactly("work", "other", "undo");
    }
}
