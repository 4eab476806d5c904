package dev.krakenflow.engine.composition;

import static dev.krakenflow.engine.testing.EngineBench.event;
import static org.assertj.core.api.Assertions.assertThat;

import dev.krakenflow.engine.Outcome;
import dev.krakenflow.engine.RunOptions;
import dev.krakenflow.engine.testing.EngineBench;
import dev.krakenflow.engine.testing.ScriptedAnswers;
import dev.krakenflow.engine.testing.ScriptedFailures;
import dev.krakenflow.engine.testing.ScriptedPlan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Composers, with and without a memory, with the policies of what they call and with what comes behind them. */
class ComposerWithOthersTest {
    private static final Map<String, Object> OK = event("{v: 1}");
    private static final String SPLITS = "{type: 'composer', events: '{% [1, 2, 3].{\\\"n\\\": $} %}'}";
    private static final String COUNTS =
            "{name: 'c', type: 'composer', service: 's.f', memo: 0, newMemo: '{% $memo + 1 %}',"
                    + " events: '{% [{\\\"n\\\": $memo}] %}'}";

    private final EngineBench bench = new EngineBench();
    private final ScriptedAnswers answers = new ScriptedAnswers();

    @BeforeEach
    void answer() {
        bench.clients.repeatable().answers("f", OK).answers("undo", Map.of());
    }

    @AfterEach
    void nothingIsLeft() {
        bench.assertNothingIsLeft();
    }

    private static ScriptedPlan plan(String function, String... components) {
        return ScriptedPlan.of(components).services("{s: {interface: {f: " + function + ", undo: {}}}}");
    }

    private List<Object> results() {
        return EngineBench.results(bench.outcomes);
    }

    private List<Object> call(ScriptedPlan plan, long millis, String... events) {
        List<Object> results = new ArrayList<>();
        bench.load(plan)
                .call(List.of(events).stream().map(EngineBench::event).toList(), RunOptions.NONE)
                .subscribe()
                .with(all -> all.forEach(it -> results.addAll(EngineBench.results(it))));
        bench.pass(millis);
        return results;
    }

    @Test
    void itsCallIsTriedAgainAndTheMemoIsWrittenOnce() {
        bench.clients.does("f", ScriptedFailures.then(OK, ScriptedFailures.http(503)));
        bench.start(plan("{retry: {}}", COUNTS), "{}");
        bench.pass(50);
        assertThat(results()).containsExactly(event("{n: 0}"));
        assertThat(bench.memos.asked).containsExactly("read", "replace");
    }

    @Test
    void othersWaitForTheMemoInThePausesOfARetryAndThenGoOn() {
        bench.clients.does("f", ScriptedFailures.then(OK, ScriptedFailures.http(503)));
        ScriptedPlan plan = plan("{retry: {}}", COUNTS);
        bench.start(plan, "{}");
        bench.start(plan, "{}");
        bench.pass(20);
        assertThat(bench.clients.called).hasSize(1);
        bench.pass(30);
        assertThat(results()).containsExactly(event("{n: 0}"), event("{n: 1}"));
    }

    @Test
    void aFailureThatIsCaughtLeavesTheMemoAsItWasAndLetsTheNextIn() {
        bench.clients.does("f", ScriptedFailures.then(OK, ScriptedFailures.http(500)));
        ScriptedPlan plan = plan("{}", COUNTS.replace("service", "catch: [{transform: {c: 1}}], service"));
        assertThat(bench.results(plan, "{}")).containsExactly(event("{c: 1}"));
        assertThat(bench.results(plan, "{}")).containsExactly(event("{n: 0}"));
        assertThat(bench.memos.memo("c", null)).isEqualTo(1);
    }

    @Test
    void aResultThatIsKeptCountsInTheMemoAllTheSame() {
        ScriptedPlan plan = plan("{cache: {}}", COUNTS);
        for (int i = 0; i < 3; i++) {
            assertThat(bench.results(plan, "{}")).containsExactly(event("{n: " + i + "}"));
        }
        assertThat(bench.clients.called).hasSize(1);
    }

    @Test
    void anOpenCircuitFailsBeforeTheMemoChanges() {
        bench.clients.fails("f", ScriptedFailures.http(500));
        ScriptedPlan plan = plan("{circuit_breaker: {request_volume_threshold: 1, delay: 'PT1S'}}", COUNTS);
        bench.run(plan, "{}");
        assertThat(bench.failure(plan, "{}").code()).isEqualTo("circuit-open");
        bench.pass(1_001);
        bench.clients.answers("f", OK);
        assertThat(bench.results(plan, "{}")).containsExactly(event("{n: 0}"));
    }

    @Test
    void eventsOfOneShareTheBulkheadInTheirOrder() {
        bench.clients.does("f", bench.after(100, OK));
        ScriptedPlan plan = plan(
                "{bulkhead: {max_concurrent: 1, queue: 9}}",
                SPLITS,
                "{service: 's.f', prepare: {n: '{% n %}'}, transform: {r: '{% v %}'}}");
        bench.start(plan, "{}");
        bench.pass(300);
        assertThat(results()).containsExactly(event("{n: 1, r: 1}"), event("{n: 2, r: 1}"), event("{n: 3, r: 1}"));
        assertThat(bench.clients.calls).isEqualTo(List.of(event("{n: 1}"), event("{n: 2}"), event("{n: 3}")));
    }

    @Test
    void oneOfItsEventsInThePauseOfARetryHoldsNoOtherUp() {
        bench.clients.does("f", ScriptedFailures.then(OK, ScriptedFailures.http(503)));
        ScriptedPlan plan = plan("{retry: {delay: 'PT1S'}}", SPLITS, "{service: 's.f'}", "{service: 's.undo'}");
        bench.start(plan, "{}");
        assertThat(bench.clients.called).containsExactlyInAnyOrder("f", "f", "f", "undo", "undo");
        bench.pass(1_000);
        assertThat(results()).containsExactly(event("{n: 1}"), event("{n: 2}"), event("{n: 3}"));
    }

    @Test
    void withOnePlaceAnEventInThePauseOfARetryHoldsItsOrder() {
        bench.clients.does("f", ScriptedFailures.then(OK, ScriptedFailures.http(503)));
        ScriptedPlan plan =
                plan("{retry: {delay: 'PT1S'}}", SPLITS, "{service: 's.f'}").concurrency(1);
        bench.start(plan, "{}");
        assertThat(bench.clients.called).hasSize(1);
        bench.pass(1_000);
        assertThat(bench.clients.called).hasSize(4);
    }

    @Test
    void everyOfItsEventsFansOut() {
        ScriptedPlan plan = plan(
                "{}",
                SPLITS,
                "{type: 'map', items: '{% [1..n] %}', components: {service: 's.f'}, transform: {c: '{% $count(results) %}'}}");
        assertThat(bench.results(plan, "{}"))
                .containsExactly(event("{n: 1, c: 1}"), event("{n: 2, c: 2}"), event("{n: 3, c: 3}"));
    }

    @Test
    void everyOfItsEventsUndoesForItself() {
        ScriptedPlan plan = plan(
                "{}",
                SPLITS,
                "{name: 'a', compensate: {service: 's.undo', prepare: {n: '{% n %}'}}}",
                "{type: 'raise', condition: '{% n = 2 %}', error: {type: 'two'}}");
        bench.all(plan, "{}");
        assertThat(results()).containsExactly(event("{n: 1}"), "two", event("{n: 3}"));
        assertThat(bench.clients.calls).isEqualTo(List.of(event("{n: 2}")));
    }

    @Test
    void theBudgetIsThatOfTheRunForAllItsEvents() {
        bench.clients.does("f", answers::wait);
        ScriptedPlan plan = plan("{}", SPLITS, "{service: 's.f'}").timeout(Duration.ofSeconds(1));
        bench.start(plan, "{}");
        answers.waiting.get(1).complete(OK);
        bench.pass(1_000);
        assertThat(results()).containsExactly("budget-exhausted", event("{n: 2}"), "budget-exhausted");
    }

    @Test
    void aListGoesThroughItsMemoInOrderThoughCallsFail() {
        bench.clients.does("f", ScriptedFailures.then(OK, ScriptedFailures.http(500), ScriptedFailures.http(503)));
        assertThat(call(plan("{retry: {on: ['http.503'], delay: 'PT1S'}}", COUNTS), 1_000, "{}", "{}", "{}"))
                .containsExactly("http.500", event("{n: 0}"), event("{n: 1}"));
    }

    @Test
    void aPlugThatSplitsFailsInAnItemButNotInALoop() {
        ScriptedPlan sub = plan("{}", SPLITS);
        ScriptedPlan item = plan("{}", "{type: 'map', items: [1], components: {type: 'plug', pipeline: 'sub'}}")
                .plugs("sub", sub);
        assertThat(bench.failure(item, "{}").code()).isEqualTo("too-many-events");
        ScriptedPlan loop = plan(
                        "{}",
                        "{type: 'plug', pipeline: 'sub', transform: {sum: '{% $event.sum + n %}'}}",
                        "{type: 'goto', to: 0, condition: '{% sum < 3 %}'}")
                .plugs("sub", sub);
        assertThat(bench.results(loop, "{sum: 0}"))
                .isEqualTo(Stream.of(3, 4, 5, 3, 4, 3, 4, 5, 3)
                        .map(sum -> Map.of("sum", sum))
                        .toList());
    }

    @Test
    void ofACallThatComesAgainTheMemoIsAskedOnce() {
        ScriptedPlan plan = plan("{}", COUNTS).idempotency("{key: 1}");
        assertThat(bench.results(plan, "{}")).containsExactly(event("{n: 0}"));
        List<Outcome> again = bench.all(plan, "{}");
        assertThat(again).allMatch(Outcome::replayed);
        assertThat(results()).containsExactly(event("{n: 0}"));
        assertThat(bench.memos.memo("c", null)).isEqualTo(1);
    }

    @Test
    void anEventThatIsRaisedLeavesTheMemoWritten() {
        ScriptedPlan plan = plan("{}", COUNTS, "{type: 'raise', error: {type: 'no'}}")
                .onError("{transform: {e: '{% $error.code %}'}}");
        assertThat(bench.results(plan, "{}")).containsExactly(event("{n: 0, e: 'no'}"));
        assertThat(bench.results(plan, "{}")).containsExactly(event("{n: 1, e: 'no'}"));
    }
}
