package dev.krakenflow.engine;

import static dev.krakenflow.engine.testing.EngineBench.event;
import static org.assertj.core.api.Assertions.assertThat;

import dev.krakenflow.engine.testing.EngineBench;
import dev.krakenflow.engine.testing.ScriptedAnswers;
import dev.krakenflow.engine.testing.ScriptedPlan;
import dev.krakenflow.plan.Limits;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The histories of composed events, and of events in plugs. */
class SharedHistoryTest {
    private static final RunOptions DEBUG = new RunOptions(true, Long.MAX_VALUE, Map.of(), null);
    private final EngineBench bench = new EngineBench();

    private List<Outcome> outcomes(ScriptedPlan plan, String event) {
        bench.start(plan.build(), event(event), DEBUG);
        bench.scheduler.runSoon();
        return bench.outcomes;
    }

    private static List<Object> components(Outcome outcome) {
        return outcome.history().stream().map(entry -> entry.get("component")).toList();
    }

    private static Map<String, Object> entry(Outcome outcome, String component) {
        return outcome.history().stream()
                .filter(entry -> component.equals(entry.get("component")))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void composedEventsShareWhatCameBeforeThem() {
        ScriptedPlan plan = ScriptedPlan.of(
                "{name: 'a', transform: {l: [1, 2]}}",
                "{type: 'composer', name: 'c', events: '{% l.{\\\"x\\\": $} %}'}",
                "{name: 'b', transform: {y: '{% x %}'}}");
        List<Outcome> outcomes = outcomes(plan, "{}");
        assertThat(outcomes).hasSize(2).allSatisfy(outcome -> {
            assertThat(components(outcome)).containsExactly("a", "c", "b");
            assertThat(entry(outcome, "c")).containsEntry("before", event("{l: [1, 2]}"));
        });
        for (int i = 0; i < 2; i++) {
            assertThat(entry(outcomes.get(i), "c")).containsEntry("after", Map.of("x", i + 1));
            assertThat(entry(outcomes.get(i), "b")).containsEntry("after", Map.of("x", i + 1, "y", i + 1));
        }
    }

    @Test
    void tellTheIdsWhereTheyChange() {
        ScriptedPlan plan = ScriptedPlan.of(
                "{name: 'a', transform: {root: '{% $context.event_id %}'}}",
                "{type: 'composer', name: 'c', events: ['{% $ %}', '{% $ %}']}",
                "{name: 'b', transform: {own: '{% $context.event_id %}'}}");
        for (Outcome outcome : outcomes(plan, "{}")) {
            Map<String, Object> result = EngineBench.completed(outcome);
            assertThat(entry(outcome, "a"))
                    .containsEntry("event_id", result.get("root"))
                    .doesNotContainKey("parent_id");
            assertThat(entry(outcome, "c"))
                    .containsEntry("event_id", result.get("own"))
                    .containsEntry("parent_id", result.get("root"));
            assertThat(entry(outcome, "b")).doesNotContainKeys("event_id", "parent_id");
        }
    }

    @Test
    void aComposerWithoutEventsHasNoAfter() {
        Outcome outcome = outcomes(ScriptedPlan.of("{type: 'composer', name: 'c', events: []}"), "{}")
                .get(0);
        assertThat(outcome).isInstanceOf(Outcome.Ended.class);
        assertThat(entry(outcome, "c")).containsEntry("before", event("{}")).doesNotContainKey("after");
    }

    @Test
    void aComposerThatCalledTellsItsAttempts() {
        bench.clients.answers("f", event("{}"));
        ScriptedPlan plan = ScriptedPlan.of("{type: 'composer', name: 'c', service: 's.f', events: [{}, {}]}")
                .service("{}");
        assertThat(outcomes(plan, "{}"))
                .allSatisfy(outcome -> assertThat(entry(outcome, "c")).containsEntry("attempts", 1));
    }

    @Test
    void aPlugStandsBeforeWhatIsInIt() {
        ScriptedPlan plan = ScriptedPlan.of(
                        "{type: 'plug', name: 'pl', pipeline: 'sub', transform: {r: 1}}", "{type: 'tbd', name: 'z'}")
                .plugs("sub", ScriptedPlan.of("{name: 'in', transform: {y: 1}}"));
        Outcome outcome = outcomes(plan, "{}").get(0);
        assertThat(components(outcome)).containsExactly("pl", "in", "z");
        assertThat(outcome.history()).extracting(entry -> entry.get("pipeline")).containsExactly("pipe", "sub", "pipe");
        assertThat(entry(outcome, "pl")).containsEntry("before", event("{}")).containsEntry("after", event("{r: 1}"));
        assertThat(entry(outcome, "in")).containsEntry("after", event("{y: 1}"));
    }

    @Test
    void aPlugTellsHowLongEverythingInItTook() {
        ScriptedAnswers answers = new ScriptedAnswers();
        bench.clients.does("f", answers::wait);
        ScriptedPlan plan = ScriptedPlan.of("{type: 'plug', name: 'pl', pipeline: 'sub'}")
                .plugs("sub", ScriptedPlan.of("{name: 'in', service: 's.f'}").service("{}"));
        bench.start(plan.build(), event("{}"), DEBUG);
        bench.scheduler.pass(Duration.ofMillis(250));
        answers.waiting.get(0).complete(Map.of());
        assertThat(entry(bench.outcomes.get(0), "pl"))
                .containsEntry("duration", 250.0)
                .doesNotContainKey("attempts");
        assertThat(entry(bench.outcomes.get(0), "in")).containsEntry("attempts", 1);
    }

    @Test
    void everyResultOfAPlugHasItsOwnAfter() {
        ScriptedPlan sub = ScriptedPlan.of("{type: 'composer', name: 'c', events: '{% l.{\\\"y\\\": $} %}'}");
        ScriptedPlan plan = ScriptedPlan.of(
                        "{type: 'plug', name: 'pl', pipeline: 'sub', transform: {l: [], r: '{% y %}'}}")
                .plugs("sub", sub);
        List<Outcome> outcomes = outcomes(plan, "{l: [1, 2]}");
        for (int i = 0; i < 2; i++) {
            assertThat(components(outcomes.get(i))).containsExactly("pl", "c");
            assertThat(entry(outcomes.get(i), "pl")).containsEntry("after", Map.of("l", List.of(), "r", i + 1));
        }
    }

    @Test
    void aFailureInAPlugLeavesBothWithoutAfter() {
        ScriptedPlan plan = ScriptedPlan.of("{type: 'plug', name: 'pl', pipeline: 'sub'}")
                .plugs("sub", ScriptedPlan.of("{name: 'in', transform: {y: '{% 1 + \\\"a\\\" %}'}}"));
        Outcome outcome = outcomes(plan, "{}").get(0);
        assertThat(components(outcome)).containsExactly("pl", "in");
        assertThat(outcome.history()).allSatisfy(entry -> assertThat(entry).doesNotContainKey("after"));
    }

    @Test
    void aLongLoopOfPlugsKeepsTheFirstAndTheLast() {
        ScriptedPlan plan = ScriptedPlan.of(
                        "{type: 'plug', name: 'pl', pipeline: 'sub', transform: {x: '{% x %}'}}",
                        "{type: 'goto', name: 'g', to: 0, condition: '{% x < 5000 %}'}")
                .plugs("sub", ScriptedPlan.of("{name: 'in', transform: {x: '{% x + 1 %}'}}"))
                .limits(new Limits(Duration.ofHours(1), 1, 100_000, 100_000, 10));
        List<Map<String, Object>> history = outcomes(plan, "{x: 0}").get(0).history();
        assertThat(history).hasSize(1001);
        assertThat(history.get(500)).isEqualTo(Map.of("left_out", 14_000L));
        assertThat(history.get(498)).containsEntry("component", "pl").containsEntry("after", event("{x: 167}"));
        assertThat(history.get(1000)).containsEntry("component", "g").containsEntry("before", event("{x: 5000}"));
        assertThat(history.get(998)).containsEntry("component", "pl").containsEntry("after", event("{x: 5000}"));
        assertThat(history)
                .filteredOn(entry -> entry.containsKey("component"))
                .allSatisfy(entry -> assertThat(entry).containsKey("after"));
    }

    @Test
    void aLongLoopOfComposersKeepsTheFirstAndTheLast() {
        ScriptedPlan plan = ScriptedPlan.of(
                        "{type: 'composer', name: 'c', events: ['{% {\\\"x\\\": x + 1} %}']}",
                        "{type: 'goto', name: 'g', to: 0, condition: '{% x < 5000 %}'}")
                .limits(new Limits(Duration.ofHours(1), 1, 100_000, 100_000, 10));
        List<Map<String, Object>> history = outcomes(plan, "{x: 0}").get(0).history();
        assertThat(history).hasSize(1001);
        assertThat(history.get(0)).containsEntry("after", event("{x: 1}"));
        assertThat(history.get(999)).containsEntry("component", "c").containsEntry("after", event("{x: 5000}"));
        assertThat(history.get(1000)).containsEntry("component", "g");
    }

    @Test
    void areTheSameHoweverOftenSomebodyLooks() {
        Outcome outcome = outcomes(ScriptedPlan.of("{type: 'tbd'}"), "{}").get(0);
        assertThat(outcome.history()).isEqualTo(List.copyOf(outcome.history()));
    }
}
