package dev.krakenflow.engine;

import static dev.krakenflow.engine.testing.EngineBench.event;
import static org.assertj.core.api.Assertions.assertThat;

import dev.krakenflow.engine.testing.EngineBench;
import dev.krakenflow.engine.testing.ScriptedPlan;
import dev.krakenflow.failure.Failure;
import org.junit.jupiter.api.Test;

class JumpTest {
    private static final String[] LOOP = {
        "{type: 'goto-point', name: 'again'}",
        "{name: 'inc', transform: {x: '{% x + 1 %}'}}",
        "{type: 'goto', name: 'g', to: 0, condition: '{% x < 5 %}'}",
        "{transform: {after: true}}"
    };
    private final EngineBench bench = new EngineBench();

    @Test
    void goesBackwardsUntilTheConditionIsFalse() {
        assertThat(bench.result(ScriptedPlan.of(LOOP), "{x: 0}")).isEqualTo(event("{x: 5, after: true}"));
    }

    @Test
    void goesForwards() {
        ScriptedPlan plan = ScriptedPlan.of(
                "{type: 'goto', to: 2}", "{transform: {in: 1}}", "{type: 'goto-point'}", "{transform: {end: 1}}");
        assertThat(bench.result(plan, "{}")).isEqualTo(event("{end: 1}"));
    }

    @Test
    void failsInTheConditionOfTheGoto() {
        Failure failure = bench.failure(
                ScriptedPlan.of("{type: 'goto-point'}", "{type: 'goto', name: 'g', to: 0, condition: '{% x + 1 %}'}"),
                "{x: 'a'}");
        assertThat(failure.code()).isEqualTo("expression");
        assertThat(failure.place().component()).isEqualTo("g");
        assertThat(failure.place().step()).isEqualTo("condition");
        assertThat(failure.place().instance()).isEqualTo("/components/1");
    }

    @Test
    void doneGivesTheEventAtOnceWhenItsConditionHolds() {
        ScriptedPlan plan = ScriptedPlan.of(
                "{transform: {a: 1}}", "{type: 'done', condition: '{% x > 1 %}'}", "{transform: {b: 1}}");
        assertThat(bench.result(plan, "{x: 2}")).isEqualTo(event("{x: 2, a: 1}"));
        assertThat(bench.result(plan, "{x: 1}")).isEqualTo(event("{x: 1, a: 1, b: 1}"));
        assertThat(bench.result(ScriptedPlan.of("{type: 'done', condition: false}", "{transform: {b: 1}}"), "{}"))
                .isEqualTo(event("{b: 1}"));
    }

    @Test
    void doneWithoutAConditionIsAlways() {
        assertThat(bench.result(ScriptedPlan.of("{type: 'done'}", "{transform: {b: 1}}"), "{}"))
                .isEmpty();
    }

    @Test
    void deadEndGivesNoResult() {
        assertThat(bench.run(ScriptedPlan.of("{type: 'dead-end'}", "{transform: {b: 1}}"), "{}"))
                .isInstanceOf(Outcome.Ended.class);
    }

    @Test
    void tbdPassesTheEvent() {
        assertThat(bench.result(ScriptedPlan.of("{type: 'tbd'}", "{transform: {b: 1}}"), "{}"))
                .isEqualTo(event("{b: 1}"));
    }

    @Test
    void aProgramWithoutComponentsPassesTheEvent() {
        assertThat(bench.result(ScriptedPlan.of(), "{x: 1}")).isEqualTo(event("{x: 1}"));
    }
}
