package dev.krakenflow.engine.composition;

import static dev.krakenflow.engine.testing.EngineBench.event;
import static org.assertj.core.api.Assertions.assertThat;

import dev.krakenflow.engine.RunOptions;
import dev.krakenflow.engine.testing.EngineBench;
import dev.krakenflow.engine.testing.ScriptedAnswers;
import dev.krakenflow.engine.testing.ScriptedFailures;
import dev.krakenflow.engine.testing.ScriptedPlan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Several events of one call, each with what it does, waits for and fails with. */
class ListWithOthersTest {
    private static final Map<String, Object> OK = event("{v: 1}");

    private final EngineBench bench = new EngineBench();
    private final ScriptedAnswers answers = new ScriptedAnswers();
    private final List<Object> results = new ArrayList<>();

    @BeforeEach
    void answer() {
        bench.clients.repeatable().answers("f", OK).answers("g", Map.of());
    }

    @AfterEach
    void nothingIsLeft() {
        bench.assertNothingIsLeft();
    }

    private static ScriptedPlan plan(String function, String... components) {
        return ScriptedPlan.of(components).services("{s: {interface: {f: " + function + ", g: {}}}}");
    }

    /** Events {@code {i: 1}}, {@code {i: 2}} … */
    private void call(ScriptedPlan plan, int events) {
        List<Object> all = IntStream.rangeClosed(1, events)
                .mapToObj(i -> (Object) Map.<String, Object>of("i", i))
                .toList();
        bench.load(plan)
                .call(all, RunOptions.NONE)
                .subscribe()
                .with(outcomes -> outcomes.forEach(it -> results.addAll(EngineBench.results(it))));
    }

    @Test
    void anEventInThePauseOfARetryKeepsItsPlace() {
        bench.clients.does("f", ScriptedFailures.then(OK, ScriptedFailures.http(503)));
        call(plan("{retry: {delay: 'PT1S'}}", "{service: 's.f'}").concurrency(2), 4);
        assertThat(bench.clients.called).hasSize(4);
        bench.pass(1_000);
        assertThat(results).containsExactly(event("{i: 1}"), event("{i: 2}"), event("{i: 3}"), event("{i: 4}"));
    }

    @Test
    void everyEventHasItsBudgetFromWhenItBegins() {
        bench.clients.does("f", bench.after(800, OK));
        call(plan("{}", "{service: 's.f'}").concurrency(1).timeout(Duration.ofSeconds(1)), 3);
        bench.pass(2_400);
        assertThat(results).containsExactly(event("{i: 1}"), event("{i: 2}"), event("{i: 3}"));
    }

    @Test
    void theBranchesOfEventsGoBeyondTheirNumber() {
        bench.clients.does("f", bench.after(100, OK));
        call(
                plan("{}", "{type: 'map', items: [1, 2, 3], components: {service: 's.f'}}")
                        .concurrency(2),
                4);
        assertThat(bench.clients.underWay).isEqualTo(6);
        bench.pass(200);
        assertThat(results).hasSize(4);
    }

    @Test
    void anEventThatUndoesKeepsItsPlaceUntilThatIsOver() {
        bench.clients.does("g", answers::wait);
        ScriptedPlan plan = plan(
                        "{}",
                        "{compensate: {service: 's.g'}}",
                        "{service: 's.f'}",
                        "{type: 'raise', condition: '{% i = 1 %}', error: {type: 'one'}}")
                .concurrency(1);
        call(plan, 2);
        assertThat(bench.clients.called).containsExactly("f", "g");
        answers.waiting.get(0).complete(Map.of());
        assertThat(results).containsExactly("one", event("{i: 2}"));
    }

    @Test
    void anEventThatEndsWithFinallyKeepsItsPlaceUntilThatIsOver() {
        bench.clients.does("g", answers::wait);
        call(plan("{}", "{service: 's.f'}").lastly("{service: 's.g'}").concurrency(1), 2);
        assertThat(bench.clients.called).containsExactly("f", "g");
        answers.waiting.get(0).complete(Map.of());
        assertThat(bench.clients.called).containsExactly("f", "g", "f", "g");
        answers.waiting.get(1).complete(Map.of());
        assertThat(results).containsExactly(event("{i: 1}"), event("{i: 2}"));
    }

    @Test
    void catchesAndRaisesAreOfTheirEvents() {
        bench.clients.does("f", ScriptedFailures.then(OK, ScriptedFailures.http(404), ScriptedFailures.http(500)));
        call(plan("{}", "{service: 's.f', catch: [{errors: ['http.404'], transform: {c: 1}}]}"), 3);
        assertThat(results).containsExactly(event("{i: 1, c: 1}"), "http.500", event("{i: 3}"));
    }

    @Test
    void bothThatWaitForOneCallGoOnWhenItFails() {
        bench.clients.does("f", answers::wait);
        ScriptedPlan plan =
                plan("{cache: {}}", "{service: 's.f', prepare: {k: 1}, catch: [{transform: {c: '{% i %}'}}]}");
        call(plan, 2);
        answers.waiting.get(0).fail(ScriptedFailures.http(500));
        bench.scheduler.runSoon();
        assertThat(results).containsExactly(event("{i: 1, c: 1}"), event("{i: 2, c: 2}"));
    }

    @Test
    void aFullBulkheadRefusesTheEventsBehind() {
        bench.clients.does("f", bench.after(100, OK));
        call(plan("{bulkhead: {max_concurrent: 2, queue: 1}}", "{service: 's.f'}"), 5);
        bench.pass(200);
        assertThat(results)
                .containsExactly(event("{i: 1}"), event("{i: 2}"), event("{i: 3}"), "bulkhead-full", "bulkhead-full");
    }

    @Test
    void deadEndsAndLoopsAreOfTheirEvents() {
        ScriptedPlan plan = plan(
                "{}",
                "{transform: {n: '{% $exists(n) ? n + 1 : 1 %}'}}",
                "{type: 'goto', to: 0, condition: '{% n < i %}'}",
                "{type: 'switch', condition: '{% i = 2 ? \\\"out\\\" : \\\"on\\\" %}', branches: {out: 3, on: 4}}",
                "{type: 'dead-end'}",
                "{}");
        call(plan, 3);
        assertThat(results).containsExactly(event("{i: 1, n: 1}"), event("{i: 3, n: 3}"));
    }

    @Test
    void everyEventHasItsOwnHistory() {
        bench.load(plan("{}", "{name: 'a', type: 'goto-point'}", "{name: 'b', type: 'dead-end', condition: true}"))
                .call(List.of(Map.of(), Map.of()), new RunOptions(true, Long.MAX_VALUE, Map.of(), null))
                .subscribe()
                .with(all -> all.forEach(it -> results.add(it.get(0).history().size())));
        assertThat(results).containsExactly(2, 2);
    }
}
