package dev.krakenflow.engine;

import static dev.krakenflow.engine.testing.EngineBench.event;
import static org.assertj.core.api.Assertions.assertThat;

import dev.krakenflow.engine.testing.EngineBench;
import dev.krakenflow.engine.testing.ScriptedAnswers;
import dev.krakenflow.engine.testing.ScriptedFailures;
import dev.krakenflow.engine.testing.ScriptedPlan;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HistoryTest {
    private static final RunOptions DEBUG = new RunOptions(true, Long.MAX_VALUE, Map.of(), null);
    private final EngineBench bench = new EngineBench();

    private List<Map<String, Object>> history(ScriptedPlan plan, String event) {
        return bench.run(plan, event, DEBUG).history();
    }

    @Test
    void isEmptyUnlessSomebodyAsks() {
        assertThat(bench.run(ScriptedPlan.of("{transform: {y: 1}}"), "{}").history())
                .isEmpty();
    }

    @Test
    void tellsEveryComponentWithTheEventBeforeAndAfter() {
        List<Map<String, Object>> history =
                history(ScriptedPlan.of("{name: 'a', transform: {y: 1}}", "{type: 'tbd', name: 'b'}"), "{x: 1}");
        assertThat(history).hasSize(2);
        assertThat(history.get(0))
                .containsEntry("component", "a")
                .containsEntry("type", "stage")
                .containsEntry("pipeline", "pipe")
                .containsEntry("duration", 0.0)
                .containsEntry("before", event("{x: 1}"))
                .containsEntry("after", event("{x: 1, y: 1}"))
                .doesNotContainKeys("attempts", "skipped");
        assertThat(history.get(0).get("entered").toString()).startsWith("2026-01-01T00:00:00");
        assertThat(history.get(1)).containsEntry("component", "b").containsEntry("type", "tbd");
    }

    @Test
    void tellsHowLongAStageTookAndHowOftenItCalled() {
        ScriptedAnswers answers = new ScriptedAnswers();
        bench.clients.does("f", answers::wait);
        bench.start(ScriptedPlan.of("{service: 's.f'}").service("{}").build(), event("{}"), DEBUG);
        bench.scheduler.pass(Duration.ofMillis(1500));
        answers.waiting.get(0).complete(event("{}"));
        assertThat(bench.outcomes.get(0).history().get(0))
                .containsEntry("duration", 1500.0)
                .containsEntry("attempts", 1);
    }

    @Test
    void marksWhatWasSkipped() {
        List<Map<String, Object>> history = history(
                ScriptedPlan.of("{condition: false}", "{type: 'done', condition: false}", "{transform: {y: 1}}"), "{}");
        assertThat(history.get(0)).containsEntry("skipped", true).containsEntry("after", event("{}"));
        assertThat(history.get(1)).containsEntry("skipped", true);
        assertThat(history.get(2)).doesNotContainKey("skipped");
    }

    @Test
    void gotoAndGotoPointAreEntries() {
        assertThat(history(ScriptedPlan.of("{type: 'goto', to: 1}", "{type: 'goto-point'}"), "{}"))
                .extracting(entry -> entry.get("type"))
                .containsExactly("goto", "goto-point");
    }

    @Test
    void endsWithTheComponentThatFailed() {
        List<Map<String, Object>> history = history(
                ScriptedPlan.of("{transform: {y: 1}}", "{name: 'b', transform: {z: '{% 1 + \\\"a\\\" %}'}}"), "{}");
        assertThat(history).hasSize(2);
        assertThat(history.get(1)).containsEntry("before", event("{y: 1}")).doesNotContainKey("after");
    }

    @Test
    void endsWithTheDeadEnd() {
        List<Map<String, Object>> history = history(ScriptedPlan.of("{type: 'dead-end'}"), "{}");
        assertThat(history.get(0)).containsEntry("type", "dead-end").doesNotContainKey("after");
    }

    @Test
    void keepsTheFirstAndTheLastFiveHundred() {
        ScriptedPlan plan = ScriptedPlan.of(
                "{name: 'inc', transform: {x: '{% x + 1 %}'}}", "{type: 'goto', to: 0, condition: '{% x < 750 %}'}");
        List<Map<String, Object>> history = history(plan, "{x: 0}");
        assertThat(history).hasSize(1001);
        assertThat(history.get(499)).containsEntry("before", event("{x: 250}"));
        assertThat(history.get(500)).isEqualTo(Map.of("left_out", 500L));
        assertThat(history.get(501)).containsEntry("before", event("{x: 500}"));
        assertThat(history.get(1000)).containsEntry("before", event("{x: 750}"));
    }

    @Test
    void leavesNothingOutOfAThousand() {
        ScriptedPlan plan = ScriptedPlan.of(
                "{name: 'inc', transform: {x: '{% x + 1 %}'}}", "{type: 'goto', to: 0, condition: '{% x < 500 %}'}");
        assertThat(history(plan, "{x: 0}"))
                .hasSize(1000)
                .allSatisfy(entry -> assertThat(entry).containsKey("component"));
    }

    @Test
    void hidesCredentialsOfAnyDepthAndCase() {
        ScriptedPlan plan = ScriptedPlan.of("{transform: {headers: [{'Set-Cookie': 'c', ok: 1}]}}");
        Map<String, Object> event = event("{Authorization: 'Bearer b', deep: {COOKIE: ['x']}}");
        Outcome outcome = bench.run(plan, "{Authorization: 'Bearer b', deep: {COOKIE: ['x']}}", DEBUG);
        Map<String, Object> entry = outcome.history().get(0);
        assertThat(entry).containsEntry("before", event("{Authorization: '***', deep: {COOKIE: '***'}}"));
        assertThat(entry.get("after")).asString().contains("Set-Cookie=***").contains("ok=1");
        assertThat(EngineBench.completed(outcome)).containsAllEntriesOf(event);
    }

    @Test
    void survivesAnEventOfAnyDepth() {
        Object deep = 1;
        for (int i = 0; i < 100_000; i++) {
            deep = Map.of("d", deep);
        }
        bench.start(ScriptedPlan.of("{type: 'tbd'}").build(), deep, DEBUG);
        assertThat(bench.outcomes.get(0).history()).hasSize(1);
    }

    @Test
    void closesTheComponentWhoseFailureIsCaught() {
        bench.clients.fails("f", ScriptedFailures.http(500));
        List<Map<String, Object>> history = history(
                ScriptedPlan.of(
                                "{name: 'call', service: 's.f', catch: [{errors: ['http.500'], transform: {e: 1}}]}",
                                "{name: 'b'}")
                        .service("{}"),
                "{}");
        assertThat(history).extracting(it -> it.get("component")).containsExactly("call", "b");
        assertThat(history.get(0))
                .containsEntry("before", event("{}"))
                .containsEntry("after", event("{e: 1}"))
                .containsEntry("attempts", 1);
    }

    @Test
    void closesWhatFailedInsideAPlugThatCatches() {
        bench.clients.fails("f", ScriptedFailures.http(500));
        ScriptedPlan plan = ScriptedPlan.of(
                        "{name: 'pl', type: 'plug', pipeline: 'sub', catch: [{components: [1, 2]}]}",
                        "{name: 'handle', transform: {e: '{% $error.component %}'}}")
                .plugs("sub", ScriptedPlan.of("{name: 'in', service: 's.f'}").service("{}"));
        List<Map<String, Object>> history = history(plan, "{}");
        assertThat(history).extracting(it -> it.get("component")).containsExactly("pl", "in", "handle");
        assertThat(history.get(0)).containsEntry("after", event("{}")).doesNotContainKey("attempts");
        assertThat(history.get(1)).containsEntry("attempts", 1).doesNotContainKey("after");
        assertThat(history.get(2)).containsEntry("after", event("{e: 'in'}"));
    }
}
