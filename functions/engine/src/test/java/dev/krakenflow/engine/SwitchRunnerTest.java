package dev.krakenflow.engine;

import static dev.krakenflow.engine.testing.EngineBench.event;
import static org.assertj.core.api.Assertions.assertThat;

import dev.krakenflow.engine.testing.EngineBench;
import dev.krakenflow.engine.testing.ScriptedPlan;
import dev.krakenflow.failure.Failure;
import org.junit.jupiter.api.Test;

class SwitchRunnerTest {
    private final EngineBench bench = new EngineBench();

    private static ScriptedPlan plan(String choice) {
        return ScriptedPlan.of(
                "{type: 'switch', name: 'sw', next: 3, " + choice + "}",
                "{next: 3, transform: {r: 'A'}}",
                "{next: 3, transform: {r: 'D'}}",
                "{transform: {after: true}}");
    }

    @Test
    void runsTheBranchNamedByTheConditionAndGoesOnBehind() {
        ScriptedPlan plan = plan("condition: '{% x %}', branches: {a: 1, default: 2}");
        assertThat(bench.result(plan, "{x: 'a'}")).isEqualTo(event("{x: 'a', r: 'A', after: true}"));
    }

    @Test
    void takesDefaultForAnyOtherValue() {
        ScriptedPlan plan = plan("condition: '{% x %}', branches: {a: 1, '1': 1, default: 2}");
        assertThat(bench.result(plan, "{x: 'zzz'}")).containsEntry("r", "D");
        assertThat(bench.result(plan, "{x: 'default'}")).containsEntry("r", "D");
        assertThat(bench.result(plan, "{x: 1}")).containsEntry("r", "D");
        assertThat(bench.result(plan, "{x: null}")).containsEntry("r", "D");
        assertThat(bench.result(plan, "{}")).containsEntry("r", "D");
    }

    @Test
    void goesOnBehindFromAnEmptyBranch() {
        assertThat(bench.result(plan("condition: '{% x %}', branches: {a: 3}"), "{x: 'a'}"))
                .isEqualTo(event("{x: 'a', after: true}"));
    }

    @Test
    void looksAtWhatItPrepares() {
        ScriptedPlan plan = plan("prepare: {k: '{% x %}'}, condition: '{% k %}', branches: {a: 1}");
        assertThat(bench.result(plan, "{x: 'a'}")).isEqualTo(event("{x: 'a', r: 'A', after: true}"));
    }

    @Test
    void takesAPlainText() {
        assertThat(bench.result(plan("condition: 'a', branches: {a: 1}"), "{}")).containsEntry("r", "A");
    }

    @Test
    void failsWhenNoBranchHasTheName() {
        Failure failure = bench.failure(plan("condition: '{% x %}', branches: {a: 1}"), "{x: 'zzz'}");
        assertThat(failure.code()).isEqualTo("no-branch");
        assertThat(failure.status()).isEqualTo(500);
        assertThat(failure.place().component()).isEqualTo("sw");
        assertThat(failure.place().step()).isEqualTo("condition");
        assertThat(failure.detail()).isEqualTo("there is no branch \"zzz\", and no branch \"default\"");
    }

    @Test
    void showsOnlyTheBeginningOfALongName() {
        String name = "n".repeat(10_000);
        Failure failure = bench.failure(plan("condition: '{% x %}', branches: {a: 1}"), "{x: '" + name + "'}");
        assertThat(failure.detail().length()).isLessThan(200);
    }

    @Test
    void doesNotCoerceOtherValues() {
        ScriptedPlan plan = plan("condition: '{% x %}', branches: {'1': 1, 'true': 1}");
        assertThat(bench.result(plan, "{x: '1'}")).containsEntry("r", "A");
        assertThat(bench.failure(plan, "{x: 1}").detail())
                .isEqualTo("the condition must name a branch with a string, it is a number, and no branch \"default\"");
        assertThat(bench.failure(plan, "{x: true}").code()).isEqualTo("no-branch");
    }
}
