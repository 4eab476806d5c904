package dev.krakenflow.engine.composition;

import static dev.krakenflow.engine.testing.EngineBench.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.krakenflow.engine.PlanRunner;
import dev.krakenflow.engine.RunOptions;
import dev.krakenflow.engine.testing.EngineBench;
import dev.krakenflow.engine.testing.ScriptedPlan;
import io.smallrye.mutiny.subscription.Cancellable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Everything that a component may do, in everything that may be around it, in every place of a pipeline: how the run ends,
 * that nothing is left of it, and that the next run works.
 */
class EveryPairTest {
    private static final Duration BUDGET = Duration.ofSeconds(5);
    private static final List<Work> FEW = List.of(
            Work.ANSWERS,
            Work.TAKES_TIME,
            Work.FAILS,
            Work.FAILS_LATER,
            Work.ATTEMPT_TIMES_OUT,
            Work.NEVER_ENDS,
            Work.RAISES);

    private final EngineBench bench = new EngineBench();

    @ParameterizedTest
    @MethodSource
    void everyWorkInEveryScene(Work work, Scene scene) {
        endsAsExpected(work, Part.of(work), scene);
    }

    static Stream<Arguments> everyWorkInEveryScene() {
        return pairs(Work.values(), Scene.values());
    }

    @ParameterizedTest
    @MethodSource
    void everyWorkInEverythingAround(Work work, Around around) {
        endsAsExpected(work, around.of(Part.of(work)), Scene.ALONE);
    }

    static Stream<Arguments> everyWorkInEverythingAround() {
        return pairs(Work.values(), Around.values());
    }

    @ParameterizedTest
    @MethodSource
    void everythingAroundInEveryScene(Around around, Scene scene) {
        for (Work work : FEW) {
            EveryPairTest fresh = new EveryPairTest();
            fresh.endsAsExpected(work, around.of(Part.of(work)), scene);
        }
    }

    static Stream<Arguments> everythingAroundInEveryScene() {
        return pairs(Around.values(), Scene.values());
    }

    @ParameterizedTest
    @MethodSource
    void everythingAroundInEverythingAround(Around inner, Around outer) {
        for (Work work : FEW) {
            EveryPairTest fresh = new EveryPairTest();
            fresh.endsAsExpected(work, outer.of(inner.of(Part.of(work))), Scene.ALONE);
        }
    }

    static Stream<Arguments> everythingAroundInEverythingAround() {
        return pairs(Around.values(), Around.values());
    }

    @ParameterizedTest
    @MethodSource("everyWorkInEveryScene")
    void everyWorkCancelledInEveryScene(Work work, Scene scene) {
        cancelledAtEveryMoment(work, Part.of(work), scene);
    }

    @ParameterizedTest
    @MethodSource("everyWorkInEverythingAround")
    void everyWorkCancelledInEverythingAround(Work work, Around around) {
        cancelledAtEveryMoment(work, around.of(Part.of(work)), Scene.ALONE);
    }

    private static Stream<Arguments> pairs(Object[] one, Object[] other) {
        return Arrays.stream(one).flatMap(it -> Arrays.stream(other).map(second -> arguments(it, second)));
    }

    private ScriptedPlan prepared(Work work, Part part, Scene scene) {
        bench.clients.repeatable().answers("other", Map.of());
        work.script(bench);
        return scene.plan(part).timeout(BUDGET);
    }

    private void endsAsExpected(Work work, Part part, Scene scene) {
        scene.start(bench, prepared(work, part, scene));
        bench.pass(12_000);
        End end = scene.end(part);
        List<Object> results = EngineBench.results(bench.outcomes);
        assertThat(results).as(work + ", to end as " + end).hasSize(1);
        assertThat(results.get(0) instanceof Map<?, ?> event ? event.get("r") : results.get(0))
                .as(work + ", to end as " + end)
                .isEqualTo(end.r());
        assertThat(results.get(0) instanceof Map).isEqualTo(end.completed());
        scene.check(bench, part);
        assertThat(bench.log.failures).hasSize(work == Work.FAILS_AS_NOBODY_EXPECTS ? 1 : 0);
        bench.assertNothingIsLeft();
    }

    /** Before the first component, in the first call, and while it waits for the next moments. */
    private static void cancelledAtEveryMoment(Work work, Part part, Scene scene) {
        for (int millis : new int[] {0, 1, 60, 200, 699, 710, 1_500}) {
            new EveryPairTest().cancelled(work, part, scene, millis);
        }
    }

    private void cancelled(Work work, Part part, Scene scene, int millis) {
        PlanRunner runner = bench.load(prepared(work, part, scene));
        List<Object> outcomes = new ArrayList<>();
        Cancellable run = runner.run(event("{}"), RunOptions.NONE, outcomes::addAll);
        bench.pass(millis);
        boolean over = !outcomes.isEmpty();
        run.cancel();
        bench.scheduler.runSoon();
        List<Object> calls = List.copyOf(bench.clients.called);
        bench.pass(12_000);
        assertThat(outcomes).hasSize(over ? 1 : 0);
        if (scene != Scene.IN_FINALLY) {
            assertThat(bench.clients.called).isEqualTo(calls);
        }
        bench.clients.answers("f", event("{v: 'ok'}"));
        bench.pass(3_700_000);
        outcomes.clear();
        runner.run(event("{next: 1}"), RunOptions.NONE, outcomes::addAll);
        bench.pass(1_000);
        assertThat(outcomes).hasSize(1);
        bench.assertNothingIsLeft();
    }
}
