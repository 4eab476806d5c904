package dev.krakenflow.engine;

import static dev.krakenflow.engine.testing.EngineBench.event;
import static org.assertj.core.api.Assertions.assertThat;

import dev.krakenflow.engine.testing.EngineBench;
import dev.krakenflow.engine.testing.ScriptedAnswers;
import dev.krakenflow.engine.testing.ScriptedPlan;
import dev.krakenflow.failure.Failure;
import dev.krakenflow.plan.Limits;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlugRunnerTest {
    private static final String PLUG = "{type: 'plug', name: 'pl', pipeline: 'sub', transform: {r: '{% y %}'}}";
    private final EngineBench bench = new EngineBench();
    private final ScriptedPlan tenfold = ScriptedPlan.of("{name: 'inner', transform: {y: '{% x * 10 %}'}}");

    private static ScriptedPlan plan(ScriptedPlan sub) {
        return ScriptedPlan.of(PLUG, "{name: 'after', transform: {done: true}}").plugs("sub", sub);
    }

    @Test
    void sendsTheEventThroughAnotherPipelineAndMergesItsResult() {
        assertThat(bench.result(plan(tenfold), "{x: 2}")).isEqualTo(event("{x: 2, r: 20, done: true}"));
    }

    @Test
    void preparesTheOtherEvent() {
        ScriptedPlan plan = ScriptedPlan.of("{type: 'plug', pipeline: 'sub', prepare: {x: '{% a %}'},"
                        + " transform: {all: '{% $ %}', a: '{% $event.a + 1 %}'}}")
                .plugs("sub", tenfold);
        assertThat(bench.result(plan, "{a: 3}")).isEqualTo(event("{a: 4, all: {x: 3, y: 30}}"));
    }

    @Test
    void leavesTheEventAloneWithoutTransform() {
        ScriptedPlan plan = ScriptedPlan.of("{type: 'plug', pipeline: 'sub'}").plugs("sub", tenfold);
        assertThat(bench.result(plan, "{x: 3}")).isEqualTo(event("{x: 3}"));
    }

    @Test
    void isPassedWhenItsConditionDoesNotHold() {
        ScriptedPlan plan = ScriptedPlan.of(
                        "{type: 'plug', pipeline: 'sub', condition: '{% x > 5 %}'," + " transform: {r: '{% y %}'}}")
                .plugs("sub", tenfold);
        assertThat(bench.result(plan, "{x: 3}")).isEqualTo(event("{x: 3}"));
        assertThat(bench.result(plan, "{x: 6}")).isEqualTo(event("{x: 6, r: 60}"));
    }

    @Test
    void passesAPipelineWithoutComponents() {
        assertThat(bench.result(plan(ScriptedPlan.of()), "{x: 2}")).isEqualTo(event("{x: 2, done: true}"));
    }

    @Test
    void doneEndsThePluggedPipelineOnly() {
        ScriptedPlan sub = ScriptedPlan.of("{transform: {y: 1}}", "{type: 'done'}", "{transform: {y: 2}}");
        assertThat(bench.result(plan(sub), "{}")).isEqualTo(event("{r: 1, done: true}"));
    }

    @Test
    void aDeadEndInsideEndsTheEvent() {
        assertThat(bench.run(plan(ScriptedPlan.of("{type: 'dead-end'}")), "{}")).isInstanceOf(Outcome.Ended.class);
    }

    @Test
    void everyResultGivesAnEventThatGoesOn() {
        ScriptedPlan sub = ScriptedPlan.of("{type: 'composer', events: '{% [l.{\\\"y\\\": $}] %}'}");
        assertThat(bench.results(plan(sub), "{l: [1, 2]}"))
                .containsExactly(event("{l: [1, 2], r: 1, done: true}"), event("{l: [1, 2], r: 2, done: true}"));
        assertThat(bench.all(plan(sub), "{l: []}")).singleElement().isInstanceOf(Outcome.Ended.class);
    }

    @Test
    void tellsTheContextWhereItIs() {
        ScriptedPlan sub =
                ScriptedPlan.of("{transform: {y: '{% [$context.pipeline, $context.component, $context.event_id] %}'}}");
        ScriptedPlan plan = ScriptedPlan.of(
                        "{transform: {before: '{% $context.event_id %}'}}",
                        PLUG, "{transform: {then: '{% [$context.pipeline, $context.event_id] %}'}}")
                .plugs("sub", sub);
        Map<String, Object> result = bench.result(plan, "{}");
        assertThat(result.get("r")).isEqualTo(List.of("sub", "c0", result.get("before")));
        assertThat(result.get("then")).isEqualTo(List.of("pipe", result.get("before")));
    }

    @Test
    void checksInputAndOutputOfThePluggedPipeline() {
        ScriptedPlan sub = ScriptedPlan.of("{transform: {y: '{% x * 10 %}'}}")
                .input("{type: 'object', required: ['x']}")
                .output("{type: 'object', properties: {y: {maximum: 50}}}");
        Failure input = bench.failure(plan(sub), "{}");
        assertThat(input.code()).isEqualTo("invalid-input");
        assertThat(input.place().pipeline()).isEqualTo("sub");
        assertThat(input.place().component()).isNull();
        assertThat(input.place().step()).isEqualTo("input");
        assertThat(input.members().get("path")).isEqualTo(List.of(Map.of("pipeline", "pipe", "component", "pl")));
        Failure output = bench.failure(plan(sub), "{x: 6}");
        assertThat(output.code()).isEqualTo("invalid-output");
        assertThat(output.place().pipeline()).isEqualTo("sub");
        assertThat(output.place().component()).isNull();
        assertThat(bench.result(plan(sub), "{x: 5}")).containsEntry("r", 50);
    }

    @Test
    void aFailureInsideTellsTheWayThere() {
        ScriptedPlan middle = ScriptedPlan.of("{type: 'tbd'}", "{type: 'plug', name: 'in', pipeline: 'deep'}");
        ScriptedPlan deep = ScriptedPlan.of("{name: 'inner', transform: {y: '{% 1 + \\\"a\\\" %}'}}");
        Failure failure = bench.failure(plan(middle).plugs("deep", deep), "{}");
        assertThat(failure.place().pipeline()).isEqualTo("deep");
        assertThat(failure.place().component()).isEqualTo("inner");
        assertThat(failure.place().instance()).isEqualTo("/components/0");
        assertThat(failure.members().get("path"))
                .isEqualTo(List.of(
                        Map.of("pipeline", "pipe", "component", "pl"), Map.of("pipeline", "sub", "component", "in")));
    }

    @Test
    void aFailingServiceInsideTellsTheWayThereToo() {
        bench.clients.fails("f", new IllegalStateException());
        Failure failure = bench.failure(
                plan(ScriptedPlan.of("{name: 'call', service: 's.f'}").service("{}")), "{}");
        assertThat(failure.place().service()).isEqualTo("s");
        assertThat(failure.place().pipeline()).isEqualTo("sub");
        assertThat(failure.members()).containsKey("path");
    }

    @Test
    void aFailingPrepareOrTransformIsOfThePlug() {
        ScriptedPlan plan = ScriptedPlan.of("{type: 'plug', name: 'pl', pipeline: 'sub', prepare: {x: '{% a + 1 %}'},"
                        + " transform: {r: '{% y + b %}'}}")
                .plugs("sub", tenfold);
        Failure prepare = bench.failure(plan, "{a: 'str'}");
        assertThat(prepare.place().pipeline()).isEqualTo("pipe");
        assertThat(prepare.place().component()).isEqualTo("pl");
        assertThat(prepare.place().step()).isEqualTo("prepare");
        assertThat(prepare.members()).doesNotContainKey("path");
        ScriptedPlan bad = ScriptedPlan.of(
                        "{type: 'plug', name: 'pl', pipeline: 'sub', transform: {r: '{% y + \\\"a\\\" %}'}}")
                .plugs("sub", tenfold);
        Failure transform = bench.failure(bad, "{x: 1}");
        assertThat(transform.place().pipeline()).isEqualTo("pipe");
        assertThat(transform.place().component()).isEqualTo("pl");
        assertThat(transform.place().step()).isEqualTo("transform");
        assertThat(transform.members()).doesNotContainKey("path");
    }

    @Test
    void aPipelineThatIsGoneIsUndefined() {
        Failure failure = bench.failure(ScriptedPlan.of(PLUG), "{}");
        assertThat(failure.code()).isEqualTo("pipeline-undefined");
        assertThat(failure.detail()).isEqualTo("pipeline \"sub\" is not defined");
        assertThat(failure.place().component()).isEqualTo("pl");
    }

    @Test
    void theComponentsInsideCountForTheRun() {
        ScriptedPlan plan = plan(ScriptedPlan.of("{name: 'inner', type: 'tbd'}", "{type: 'tbd'}"))
                .limits(new Limits(Duration.ofMinutes(1), 16, 4, 100, 100));
        assertThat(bench.result(plan, "{}")).isEqualTo(event("{done: true}"));
        Failure failure = bench.failure(plan.limits(new Limits(Duration.ofMinutes(1), 16, 1, 100, 100)), "{}");
        assertThat(failure.code()).isEqualTo("loop-limit");
        assertThat(failure.place().component()).isEqualTo("inner");
    }

    @Test
    void endsAfterItsTimeout() {
        bench.clients.hangs("f");
        ScriptedPlan sub = ScriptedPlan.of("{name: 'call', service: 's.f'}").service("{}");
        bench.start(
                ScriptedPlan.of("{type: 'plug', name: 'pl', pipeline: 'sub', timeout: 'PT2S'}")
                        .plugs("sub", sub),
                "{}");
        bench.scheduler.pass(Duration.ofSeconds(2));
        Failure failure = EngineBench.failed(bench.outcomes.get(0));
        assertThat(failure.code()).isEqualTo("timeout");
        assertThat(failure.detail()).isEqualTo("the plug was not done within 2000 ms");
        assertThat(failure.place().pipeline()).isEqualTo("pipe");
        assertThat(failure.place().component()).isEqualTo("pl");
        assertThat(failure.place().step()).isNull();
        assertThat(failure.place().service()).isNull();
        assertThat(failure.attempts()).isZero();
        assertThat(bench.clients.cancelled).isEqualTo(1);
    }

    @Test
    void endsAfterTheTimeoutOfThePluggedPipeline() {
        bench.clients.hangs("f");
        ScriptedPlan sub = ScriptedPlan.of("{service: 's.f'}").service("{}").timeout(Duration.ofSeconds(3));
        bench.start(plan(sub), "{}");
        bench.scheduler.pass(Duration.ofSeconds(3));
        Failure failure = EngineBench.failed(bench.outcomes.get(0));
        assertThat(failure.code()).isEqualTo("timeout");
        assertThat(failure.detail()).isEqualTo("the pipeline \"sub\" was not done within 3000 ms");
        assertThat(failure.place().component()).isEqualTo("pl");
        assertThat(failure.members()).isEmpty();
    }

    @Test
    void theBudgetOfTheRunIsOverInsideToo() {
        bench.clients.hangs("f");
        ScriptedPlan sub = ScriptedPlan.of("{service: 's.f'}").service("{}");
        bench.start(plan(sub).timeout(Duration.ofSeconds(1)), "{}");
        bench.scheduler.pass(Duration.ofSeconds(1));
        assertThat(EngineBench.failed(bench.outcomes.get(0)).code()).isEqualTo("budget-exhausted");
    }

    @Test
    void whatComesBehindHasItsOwnTime() {
        ScriptedAnswers answers = new ScriptedAnswers();
        bench.clients.does("f", answers::wait);
        ScriptedPlan sub = ScriptedPlan.of("{service: 's.f'}").service("{}").timeout(Duration.ofSeconds(3));
        bench.start(
                ScriptedPlan.of("{type: 'plug', pipeline: 'sub', timeout: 'PT2S'}", "{service: 's.f'}")
                        .plugs("sub", sub),
                "{}");
        bench.scheduler.pass(Duration.ofSeconds(1));
        answers.waiting.get(0).complete(Map.of());
        bench.scheduler.pass(Duration.ofSeconds(5));
        answers.waiting.get(1).complete(Map.of());
        assertThat(bench.outcomes.get(0)).isInstanceOf(Outcome.Completed.class);
    }

    @Test
    void endsWhenPlugsGoRoundInACircle() {
        ScriptedPlan self = ScriptedPlan.of("{type: 'plug', name: 'again', pipeline: 'sub'}");
        Failure failure = bench.failure(plan(self), "{}");
        assertThat(failure.code()).isEqualTo("loop-limit");
        assertThat(failure.detail()).isEqualTo("at most 100 plugs may stand in each other");
    }

    @Test
    void servesTheHelpersOfItsOwnPlaces() {
        ScriptedPlan sub = ScriptedPlan.of("{helpers: ['math'], transform: {y: '{% $twice(x) %}'}}");
        ScriptedPlan plan = plan(sub).helper("math", "twice", "function($v) { $v * 2 }");
        assertThat(bench.result(plan, "{x: 4}")).containsEntry("r", 8);
    }
}
