package dev.krakenflow.engine.composition;

import static dev.krakenflow.engine.testing.EngineBench.event;
import static dev.krakenflow.engine.testing.EngineBench.value;
import static org.assertj.core.api.Assertions.assertThat;

import dev.krakenflow.engine.testing.EngineBench;
import dev.krakenflow.engine.testing.ScriptedAnswers;
import dev.krakenflow.engine.testing.ScriptedPlan;
import dev.krakenflow.failure.Failure;
import dev.krakenflow.plan.Limits;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Branches and items in each other, in plugs, in switches and in loops, and what bounds them all together. */
class FanOutInFanOutTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final EngineBench bench = new EngineBench();

    private static Limits limits(long hops, long components) {
        return new Limits(MINUTE, 16, hops, components, 100);
    }

    private static String numbers(int count) {
        return IntStream.range(0, count).boxed().toList().toString();
    }

    @Test
    void aParallelInAMapInAParallel() {
        String inner =
                "{type: 'parallel', branches: {p: [{transform: {p: '{% item + k %}'}}], q: [{transform: {q: '{% item * k %}'}}]}}";
        String map =
                "{type: 'map', items: '{% l %}', components: [" + inner + "], transform: {r: '{% results.[p, q] %}'}}";
        ScriptedPlan plan = ScriptedPlan.of("{type: 'parallel', branches: {"
                + "a: [{transform: {k: 10}}, " + map + "], b: [{transform: {k: 20}}, " + map + "]},"
                + " transform: {a: '{% a.r %}', b: '{% b.r %}'}}");
        assertThat(bench.result(plan, "{l: [1, 2]}"))
                .containsEntry("a", value("[[11, 10], [12, 20]]"))
                .containsEntry("b", value("[[21, 20], [22, 40]]"));
    }

    @Test
    void inAPlugAndWithAPlugInside() {
        ScriptedPlan sub = ScriptedPlan.of(
                "{type: 'map', items: '{% l %}', components: [{type: 'plug', pipeline: 'deep', prepare: {n: '{% item %}'}, transform: {y: '{% y %}'}}],"
                        + " transform: {r: '{% results.y %}'}}");
        ScriptedPlan deep =
                ScriptedPlan.of("{transform: {y: '{% n * 10 %}'}}", "{type: 'done'}", "{transform: {y: 0}}");
        ScriptedPlan plan = ScriptedPlan.of(
                        "{type: 'parallel', branches: {a: [{type: 'plug', pipeline: 'sub', transform: {a: '{% r %}'}}],"
                                + " b: [{type: 'plug', pipeline: 'deep', prepare: {n: 9}, transform: {b: '{% y %}'}}]}}")
                .plugs("sub", sub)
                .plugs("deep", deep);
        assertThat(bench.result(plan, "{l: [1, 2]}")).isEqualTo(event("{l: [1, 2], a: [10, 20], b: 90}"));
    }

    @Test
    void aFailureInsideTellsTheWayThroughThePlugsOnly() {
        ScriptedPlan sub = ScriptedPlan.of(
                "{type: 'parallel', name: 'pp', branches: {x: [{type: 'plug', name: 'p2', pipeline: 'deep'}]}}");
        ScriptedPlan deep = ScriptedPlan.of(
                "{type: 'map', name: 'dm', items: [1], components: [{name: 'inner', transform: {y: '{% 1 + \\\"a\\\" %}'}}]}");
        ScriptedPlan plan = ScriptedPlan.of(
                        "{type: 'map', name: 'm', items: [1], components: [{type: 'plug', name: 'p1', pipeline: 'sub'}]}")
                .plugs("sub", sub)
                .plugs("deep", deep);
        Failure failure = bench.failure(plan, "{}");
        assertThat(failure.place().pipeline()).isEqualTo("deep");
        assertThat(failure.place().component()).isEqualTo("inner");
        assertThat(failure.members().get("path"))
                .isEqualTo(List.of(
                        Map.of("pipeline", "pipe", "component", "p1"), Map.of("pipeline", "sub", "component", "p2")));
    }

    @Test
    void inABranchOfASwitch() {
        ScriptedPlan plan = ScriptedPlan.of(
                "{type: 'switch', condition: '{% k %}', branches: {many: 1, default: 2}, next: 3}",
                "{type: 'map', items: '{% l %}', components: [{transform: {y: '{% item + 1 %}'}}], transform: {r: '{% results.y %}'}, next: 3}",
                "{transform: {r: 'none'}, next: 3}",
                "{transform: {after: true}}");
        assertThat(bench.result(plan, "{k: 'many', l: [1, 2]}"))
                .isEqualTo(event("{k: 'many', l: [1, 2], r: [2, 3], after: true}"));
        assertThat(bench.result(plan, "{k: 'x', l: [1, 2]}")).containsEntry("r", "none");
    }

    @Test
    void inALoopThatGoesOnWithWhatTheBranchesChanged() {
        ScriptedPlan plan = ScriptedPlan.of(
                "{type: 'goto-point'}",
                "{type: 'parallel', branches: {a: [{transform: {x: '{% x + 1 %}'}}], b: [{type: 'goto-point'}, {transform: {y: '{% y + 1 %}'}}, {type: 'goto', to: 0, condition: '{% y % 10 != 0 %}'}]}}",
                "{type: 'goto', to: 0, condition: '{% x < 50 %}'}");
        assertThat(bench.result(plan, "{x: 0, y: 0}")).isEqualTo(event("{x: 50, y: 500}"));
    }

    @Test
    void aBranchInheritsHowFarTheEventHasGone() {
        ScriptedPlan plan = ScriptedPlan.of(
                "{type: 'tbd'}",
                "{type: 'parallel', name: 'p', branches: {a: [{type: 'tbd', name: 'a1'}, {type: 'tbd', name: 'a2'}], b: [{type: 'tbd'}]}}",
                "{type: 'tbd'}");
        assertThat(bench.result(plan.limits(limits(4, 100)), "{}")).isEqualTo(event("{}"));
        Failure failure = bench.failure(plan.limits(limits(3, 100)), "{}");
        assertThat(failure.code()).isEqualTo("loop-limit");
        assertThat(failure.detail()).isEqualTo("an event may pass 3 components (max_hops)");
        assertThat(failure.place().component()).isEqualTo("a2");
    }

    @Test
    void theEventGoesOnWithItsOwnCountBehindTheBranches() {
        ScriptedPlan plan = ScriptedPlan.of(
                "{type: 'map', items: '{% l %}', components: [{type: 'tbd'}, {type: 'tbd'}]}",
                "{type: 'tbd'}", "{type: 'tbd'}");
        assertThat(bench.result(plan.limits(limits(3, 100)), "{l: " + numbers(20) + "}"))
                .containsKey("l");
    }

    @Test
    void theComponentsOfAllItemsCountForTheRun() {
        ScriptedPlan plan = ScriptedPlan.of(
                "{type: 'map', items: '{% l %}', components: [{type: 'tbd', name: 't'}, {type: 'tbd'}]}");
        assertThat(bench.result(plan.limits(limits(10, 21)), "{l: " + numbers(10) + "}"))
                .containsKey("l");
        Failure failure = bench.failure(plan.limits(limits(10, 20)), "{l: " + numbers(10) + "}");
        assertThat(failure.code()).isEqualTo("loop-limit");
        assertThat(failure.detail()).isEqualTo("a run may pass 20 components (max_components)");
    }

    @Test
    void anEndlessBranchEndsAtTheLimitOfHops() {
        ScriptedPlan plan = ScriptedPlan.of(
                "{type: 'parallel', mode: 'settled', branches: {a: [{type: 'goto-point'}, {type: 'goto', name: 'g', to: 0}], b: [{transform: {y: 1}}]},"
                        + " transform: {code: '{% errors.a.code %}', y: '{% b.y %}'}}");
        assertThat(bench.result(plan, "{}")).isEqualTo(event("{code: 'loop-limit', y: 1}"));
    }

    @Test
    void cancellingALosingBranchCancelsWhatIsInsideOfIt() {
        ScriptedAnswers answers = new ScriptedAnswers();
        bench.clients.does("f", answers::wait);
        bench.clients.hangs("slow");
        ScriptedPlan plan = ScriptedPlan.of("{type: 'parallel', mode: 'any', branches: {"
                        + "a: [{type: 'map', items: '{% l %}', components: [{type: 'parallel', branches: {x: [{service: 'slow.slow'}], y: [{service: 'slow.slow'}]}}]}],"
                        + " b: [{service: 's.f', transform: {r: 'b'}}]}}")
                .service("{}")
                .service(ScriptedPlan.service("slow", Map.of("slow", ScriptedPlan.function("{}"))));
        bench.start(plan, "{l: [1, 2, 3]}");
        assertThat(bench.clients.calls).hasSize(7);
        answers.waiting.get(0).complete(Map.of());
        assertThat(EngineBench.completed(bench.outcomes.get(0))).containsEntry("r", "b");
        assertThat(bench.clients.cancelled).isEqualTo(6);
        assertThat(bench.scheduler.timers()).isZero();
    }
}
