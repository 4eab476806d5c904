package dev.krakenflow.engine;

import static dev.krakenflow.engine.testing.EngineBench.event;
import static org.assertj.core.api.Assertions.assertThat;

import dev.krakenflow.engine.testing.EngineBench;
import dev.krakenflow.engine.testing.ScriptedPlan;
import dev.krakenflow.failure.Failure;
import dev.krakenflow.json.JsonWriter;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StageRunnerTest {
    private final EngineBench bench = new EngineBench();

    @Test
    void mergesTheTransformIntoTheEventWithNewKeysBehind() {
        ScriptedPlan plan = ScriptedPlan.of("{transform: {z: 1, x: '{% x + 1 %}', y: '{% x * 2 %}'}}");
        assertThat(JsonWriter.write(bench.result(plan, "{x: 3, a: 'b'}")))
                .isEqualTo("{\"x\":4,\"a\":\"b\",\"z\":1,\"y\":6}");
    }

    @Test
    void neverChangesTheEventItGot() {
        Map<String, Object> event = event("{x: 1, gone: 2}");
        bench.start(ScriptedPlan.of("{transform: {x: 5}, remove: ['gone']}").build(), event, RunOptions.NONE);
        assertThat(event).isEqualTo(event("{x: 1, gone: 2}"));
        assertThat(EngineBench.completed(bench.outcomes.get(0))).isEqualTo(event("{x: 5}"));
    }

    @Test
    void leavesTheEventAloneWithoutTransform() {
        assertThat(bench.result(ScriptedPlan.of("{prepare: {q: '{% x * 100 %}'}}"), "{x: 1}"))
                .isEqualTo(event("{x: 1}"));
    }

    @Test
    void transformsThePreparedArgsWhenThereIsNoService() {
        ScriptedPlan plan =
                ScriptedPlan.of("{prepare: {q: '{% x * 100 %}'}, transform: {y: '{% q %}', all: '{% $ %}'}}");
        assertThat(bench.result(plan, "{x: 1}")).isEqualTo(event("{x: 1, y: 100, all: {q: 100}}"));
    }

    @Test
    void mergesAnObjectThatOneExpressionGives() {
        assertThat(bench.result(ScriptedPlan.of("{transform: '{% {\\\"y\\\": x + 1} %}'}"), "{x: 1}"))
                .isEqualTo(event("{x: 1, y: 2}"));
    }

    @Test
    void failsWhenOneExpressionGivesNoObject() {
        Failure missing = bench.failure(ScriptedPlan.of("{transform: '{% nope %}'}"), "{x: 1}");
        assertThat(missing.code()).isEqualTo("expression");
        assertThat(missing.place().step()).isEqualTo("transform");
        assertThat(missing.detail()).isEqualTo("transform: must give an object, it is missing");
        assertThat(bench.failure(ScriptedPlan.of("{prepare: '{% x %}'}"), "{x: 1}")
                        .detail())
                .isEqualTo("prepare: must give an object, it is a number");
    }

    @Test
    void removesKeysAfterTheMerge() {
        ScriptedPlan plan =
                ScriptedPlan.of("{transform: {y: '{% p & \\\"!\\\" %}', z: 1}, remove: ['p', 'z', 'nope']}");
        assertThat(bench.result(plan, "{x: 1, p: 'p'}")).isEqualTo(event("{x: 1, y: 'p!'}"));
    }

    @Test
    void skipsEverythingWhenTheConditionIsFalseOrMissing() {
        ScriptedPlan plan = ScriptedPlan.of("{condition: '{% x < 3 %}', transform: {y: true}, remove: ['p']}");
        assertThat(bench.result(plan, "{x: 1, p: 1}")).isEqualTo(event("{x: 1, y: true}"));
        assertThat(bench.result(plan, "{x: 5, p: 1}")).isEqualTo(event("{x: 5, p: 1}"));
        assertThat(bench.result(plan, "{p: 1}")).isEqualTo(event("{p: 1}"));
        assertThat(bench.result(ScriptedPlan.of("{condition: false, transform: {y: 1}}"), "{}"))
                .isEmpty();
    }

    @Test
    void namesItselfAndTheFieldWhenAnExpressionFails() {
        ScriptedPlan plan =
                ScriptedPlan.of("{transform: {x: 1}}", "{name: 'bad', transform: {y: '{% x + \\\"a\\\" %}'}}");
        Failure failure = bench.failure(plan, "{x: 1, password: 'hunter2'}");
        assertThat(failure.code()).isEqualTo("expression");
        assertThat(failure.status()).isEqualTo(500);
        assertThat(failure.place().pipeline()).isEqualTo("pipe");
        assertThat(failure.place().component()).isEqualTo("bad");
        assertThat(failure.place().instance()).isEqualTo("/components/1");
        assertThat(failure.place().step()).isEqualTo("transform");
        assertThat(failure.place().eventId()).hasSize(36);
        assertThat(failure.attempts()).isZero();
        assertThat(failure.detail()).doesNotContain("hunter2").doesNotContain("Exception");
    }

    @Test
    void aConditionThatGivesNoBooleanFails() {
        Failure failure = bench.failure(ScriptedPlan.of("{condition: '{% x %}'}"), "{x: 0}");
        assertThat(failure.code()).isEqualTo("expression");
        assertThat(failure.place().step()).isEqualTo("condition");
    }

    @Test
    void bindsTheEventAsItEnteredInTransform() {
        ScriptedPlan plan = ScriptedPlan.of(
                "{transform: {x: 2}}", "{prepare: {q: 1}, transform: {was: '{% $event.x %}', q: '{% q %}'}}");
        assertThat(bench.result(plan, "{x: 1}")).isEqualTo(event("{x: 2, was: 2, q: 1}"));
    }

    @Test
    void bindsTheContextOfTheRun() {
        ScriptedPlan plan = ScriptedPlan.of(
                "{name: 'a', transform: {id: '{% $context.event_id %}', p: '{% $context.pipeline %}',"
                        + " c: '{% $context.component %}', m: '{% $context.trigger.method %}',"
                        + " attempt: '{% $context.attempt %}', nope: '{% $context.nope %}'}}",
                "{name: 'b', transform: {same: '{% id = $context.event_id %}'}}");
        RunOptions options = new RunOptions(false, Long.MAX_VALUE, Map.of(), Map.of("method", "GET"));
        Map<String, Object> result = EngineBench.completed(bench.run(plan, "{}", options));
        assertThat(result).containsEntry("p", "pipe").containsEntry("c", "a").containsEntry("m", "GET");
        assertThat(result).containsEntry("same", true).doesNotContainKeys("attempt", "nope");
    }

    @Test
    void twoRunsHaveTwoEventIds() {
        ScriptedPlan plan = ScriptedPlan.of("{transform: {id: '{% $context.event_id %}'}}");
        assertThat(bench.result(plan, "{}").get("id"))
                .isNotEqualTo(bench.result(plan, "{}").get("id"));
    }
}
