package dev.krakenflow.engine;

import static dev.krakenflow.engine.testing.EngineBench.event;
import static org.assertj.core.api.Assertions.assertThat;

import dev.krakenflow.engine.testing.EngineBench;
import dev.krakenflow.engine.testing.ScriptedPlan;
import dev.krakenflow.failure.Failure;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParallelRunnerTest {
    private static final String FAILS = "{name: 'bad', transform: {z: '{% 1 + \\\"a\\\" %}'}}";
    private static final String DEAD_END = "{type: 'dead-end'}";

    private final EngineBench bench = new EngineBench();

    /** A parallel of two branches, and more of its keys. */
    private static ScriptedPlan plan(String a, String b, String more) {
        return ScriptedPlan.of("{type: 'parallel', name: 'p', branches: {a: [" + a + "], b: [" + b + "]}" + more + "}");
    }

    private static String sets(String key, String value) {
        return "{name: 'sets-" + key + "', transform: {" + key + ": " + value + "}}";
    }

    @Test
    void mergesTheChangesOfItsBranchesWithoutTransform() {
        ScriptedPlan plan = plan(sets("y", "1"), sets("z", "2"), "");
        assertThat(bench.result(plan, "{x: 0}")).isEqualTo(event("{x: 0, y: 1, z: 2}"));
    }

    @Test
    void whatALaterBranchChangesCounts() {
        ScriptedPlan plan = plan(sets("y", "1") + "," + sets("x", "1"), sets("y", "2"), "");
        assertThat(bench.result(plan, "{x: 0, y: 0}")).isEqualTo(event("{x: 1, y: 2}"));
    }

    @Test
    void whatALaterBranchDidNotChangeDoesNotCount() {
        ScriptedPlan plan = plan(sets("x", "1"), "{transform: {x: '{% x * 1 %}', y: {l: [1, 2.0]}}}", "");
        assertThat(bench.result(plan, "{x: 0, y: {l: [1.0, 2]}}")).isEqualTo(event("{x: 1, y: {l: [1.0, 2]}}"));
    }

    @Test
    void whatABranchRemovesStays() {
        ScriptedPlan plan = plan("{transform: {y: 1}, remove: ['x']}", sets("z", "1"), "");
        assertThat(bench.result(plan, "{x: 0}")).isEqualTo(event("{x: 0, y: 1, z: 1}"));
    }

    @Test
    void keepsTheOrderOfTheKeys() {
        ScriptedPlan plan = plan(sets("n", "1") + "," + sets("b", "1"), sets("m", "2") + "," + sets("a", "3"), "");
        assertThat(bench.result(plan, "{a: 0, b: 0}").keySet()).containsExactly("a", "b", "n", "m");
    }

    @Test
    void givesTheTransformTheEventOfEachBranch() {
        ScriptedPlan plan =
                plan(sets("y", "1"), sets("y", "2"), ", transform: {all: '{% $ %}', x: '{% $event.x + 1 %}'}");
        assertThat(bench.result(plan, "{x: 0}")).isEqualTo(event("{x: 1, all: {a: {x: 0, y: 1}, b: {x: 0, y: 2}}}"));
    }

    @Test
    void noBranchSeesWhatAnotherChanges() {
        String reads = sets("seen", "'{% $string(x) & $string($exists(y)) %}'");
        ScriptedPlan plan = plan(
                sets("x", "1") + "," + sets("y", "1") + "," + reads,
                reads,
                ", transform: {a: '{% a.seen %}', b: '{% b.seen %}'}");
        assertThat(bench.result(plan, "{x: 0}")).containsEntry("a", "1true").containsEntry("b", "0false");
    }

    @Test
    void isPassedWhenItsConditionDoesNotHold() {
        ScriptedPlan plan = plan(sets("y", "1"), sets("z", "1"), ", condition: '{% x > 1 %}'");
        assertThat(bench.result(plan, "{x: 0}")).isEqualTo(event("{x: 0}"));
        assertThat(bench.result(plan, "{x: 2}")).isEqualTo(event("{x: 2, y: 1, z: 1}"));
    }

    @Test
    void aBranchWithoutComponentsGivesTheEventItself() {
        assertThat(bench.result(plan("", sets("z", "1"), ", transform: {r: '{% $ %}'}"), "{x: 0}"))
                .isEqualTo(event("{x: 0, r: {a: {x: 0}, b: {x: 0, z: 1}}}"));
    }

    @Test
    void doneEndsItsBranchOnly() {
        ScriptedPlan plan = ScriptedPlan.of(
                "{type: 'parallel', branches: {a: [{transform: {y: 1}}, {type: 'done'}, {transform: {y: 2}}], b: []}}",
                sets("after", "true"));
        assertThat(bench.result(plan, "{}")).isEqualTo(event("{y: 1, after: true}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"all", "settled", "any"})
    void aBranchThatIsDoneSucceededInEveryMode(String mode) {
        ScriptedPlan plan = plan(
                sets("y", "1") + ", {type: 'done'}," + FAILS,
                DEAD_END,
                ", mode: '" + mode + "', transform: {y: '{% a.y %}', b: '{% $exists(b) %}'}");
        assertThat(bench.result(plan, "{}")).isEqualTo(event("{y: 1, b: false}"));
    }

    @Test
    void aDeadEndEndsItsBranchOnly() {
        ScriptedPlan plan = plan(sets("y", "1") + "," + DEAD_END, sets("z", "1"), "");
        assertThat(bench.result(plan, "{}")).isEqualTo(event("{z: 1}"));
        ScriptedPlan gathered = plan(sets("y", "1") + "," + DEAD_END, sets("z", "1"), ", transform: {r: '{% $ %}'}");
        assertThat(bench.result(gathered, "{}")).isEqualTo(event("{r: {b: {z: 1}}}"));
    }

    @Test
    void theFirstFailureIsTheFailure() {
        Failure failure = bench.failure(plan(sets("y", "1"), FAILS, ""), "{}");
        assertThat(failure.code()).isEqualTo("expression");
        assertThat(failure.place().component()).isEqualTo("bad");
        assertThat(failure.place().step()).isEqualTo("transform");
        assertThat(failure.members()).isEmpty();
    }

    @Test
    void settledGivesWhatSucceededAndTheProblems() {
        ScriptedPlan plan = plan(FAILS, sets("y", "1"), ", mode: 'settled', transform: {r: '{% $ %}'}");
        Map<String, Object> gathered = EngineBench.object(bench.result(plan, "{}"), "r");
        assertThat(gathered.keySet()).containsExactly("b", "errors");
        Map<String, Object> problem = EngineBench.object(gathered, "errors", "a");
        assertThat(problem)
                .containsEntry("type", "urn:kraken:expression")
                .containsEntry("code", "expression")
                .containsEntry("status", 500)
                .containsEntry("pipeline", "pipe")
                .containsEntry("component", "bad")
                .containsEntry("step", "transform")
                .containsKeys("title", "detail", "instance", "event_id");
    }

    @Test
    void settledHasErrorsWhenThereAreNoneToo() {
        ScriptedPlan plan = plan("", DEAD_END, ", mode: 'settled', transform: {r: '{% $ %}'}");
        assertThat(bench.result(plan, "{}")).isEqualTo(event("{r: {a: {}, errors: {}}}"));
    }

    @Test
    void settledDropsTheFailuresWithoutTransform() {
        assertThat(bench.result(plan(FAILS, sets("y", "1"), ", mode: 'settled'"), "{}"))
                .isEqualTo(event("{y: 1}"));
        assertThat(bench.result(plan(FAILS, FAILS, ", mode: 'settled'"), "{x: 1}"))
                .isEqualTo(event("{x: 1}"));
    }

    @Test
    void anyGivesTheFirstThatSucceeds() {
        ScriptedPlan plan = plan(FAILS, sets("y", "1"), ", mode: 'any', transform: {r: '{% $ %}'}");
        assertThat(bench.result(plan, "{}")).isEqualTo(event("{r: {b: {y: 1}}}"));
        assertThat(bench.result(plan(sets("x", "1"), sets("y", "1"), ", mode: 'any'"), "{}"))
                .isEqualTo(event("{x: 1}"));
    }

    @Test
    void aDeadEndDoesNotWin() {
        assertThat(bench.result(plan(DEAD_END, sets("y", "1"), ", mode: 'any'"), "{}"))
                .isEqualTo(event("{y: 1}"));
    }

    @Test
    void anyOfDeadEndsGivesNothing() {
        ScriptedPlan plan = plan(DEAD_END, DEAD_END, ", mode: 'any', transform: {r: '{% $ %}'}");
        assertThat(bench.result(plan, "{}")).isEqualTo(event("{r: {}}"));
    }

    @Test
    @SuppressWarnings("unchecked")
    void anyFailsWhenNoneSucceedsAndListsTheProblems() {
        ScriptedPlan plan = ScriptedPlan.of("{type: 'parallel', name: 'p', mode: 'any', branches: {a: [" + FAILS
                + "], b: [" + DEAD_END + "], c: [{type: 'switch', name: 's', condition: 'x', branches: {}}]}}");
        Failure failure = bench.failure(plan, "{}");
        assertThat(failure.code()).isEqualTo("all-failed");
        assertThat(failure.status()).isEqualTo(502);
        assertThat(failure.place().component()).isEqualTo("p");
        assertThat(failure.place().step()).isNull();
        List<Map<String, Object>> errors =
                (List<Map<String, Object>>) failure.members().get("errors");
        assertThat(errors).extracting(error -> error.get("branch")).containsExactly("a", "c");
        assertThat(EngineBench.object(errors.get(1), "problem")).containsEntry("code", "no-branch");
    }

    @Test
    void logsOnceWhatNobodyExpectedAlsoWhenTheOthersGoOn() {
        bench.clients.fails("f", new IllegalStateException("boom"));
        ScriptedPlan plan = plan(
                        "{service: 's.f'}", sets("y", "1"), ", mode: 'settled', transform: {e: '{% errors.a.code %}'}")
                .service("{}");
        assertThat(bench.result(plan, "{}")).containsEntry("e", "internal");
        assertThat(bench.log.causes).singleElement().asString().contains("boom");
    }

    @Test
    void hidesSecretsInProblems() {
        bench.secrets.add("hunter22");
        ScriptedPlan plan = plan(
                "{type: 'switch', condition: '{% s %}', branches: {}}",
                "", ", mode: 'settled', transform: {d: '{% errors.a.detail %}'}");
        assertThat(bench.result(plan, "{s: 'my hunter22'}").get("d").toString())
                .contains("my ***")
                .doesNotContain("hunter22");
    }

    @Test
    void aFailingTransformIsOfTheParallel() {
        Failure failure = bench.failure(plan("", "", ", transform: {r: '{% 1 + \\\"a\\\" %}'}"), "{}");
        assertThat(failure.place().component()).isEqualTo("p");
        assertThat(failure.place().step()).isEqualTo("transform");
    }

    @Test
    void tellsBranchesTheContextOfTheEvent() {
        String context = sets("c", "'{% [$context.pipeline, $context.component, $context.event_id] %}'");
        ScriptedPlan plan = ScriptedPlan.of(
                "{type: 'parallel', branches: {a: [" + context + "], b: []}}", sets("id", "'{% $context.event_id %}'"));
        Map<String, Object> result = bench.result(plan, "{}");
        assertThat(result.get("c")).isEqualTo(List.of("pipe", "sets-c", result.get("id")));
    }
}
