package dev.krakenflow.engine;

import static dev.krakenflow.engine.testing.EngineBench.event;
import static org.assertj.core.api.Assertions.assertThat;

import dev.krakenflow.engine.testing.EngineBench;
import dev.krakenflow.engine.testing.ScriptedAnswers;
import dev.krakenflow.engine.testing.ScriptedFailures;
import dev.krakenflow.engine.testing.ScriptedPlan;
import dev.krakenflow.failure.Failure;
import dev.krakenflow.plan.Limits;
import io.smallrye.mutiny.subscription.Cancellable;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OnErrorTest {
    private static final String BAD = "{name: 'bad', transform: {x: '{% 1 + \\\"a\\\" %}'}}";
    private static final String TELL = "{name: 'tell', transform: {e: '{% $error.component %}'}}";

    private final EngineBench bench = new EngineBench();

    @Test
    void makesTheAnswerOfTheEventAsItEnteredTheFailedComponent() {
        ScriptedPlan plan = ScriptedPlan.of("{transform: {a: 1}}", BAD, "{transform: {no: 1}}")
                .onError("{name: 'tell', transform: {e: '{% $error.[code, component, step] %}', seen: '{% $ %}'}}");
        assertThat(bench.result(plan, "{x: 1}"))
                .isEqualTo(event("{x: 1, a: 1, e: ['expression', 'bad', 'transform'], seen: {x: 1, a: 1}}"));
    }

    @Test
    void isNotPassedWithoutAFailure() {
        assertThat(bench.result(ScriptedPlan.of("{transform: {a: 1}}").onError(TELL), "{}"))
                .isEqualTo(event("{a: 1}"));
    }

    @Test
    void givesTheEventItselfWhenItIsEmpty() {
        assertThat(bench.result(ScriptedPlan.of(BAD).onError(), "{x: 1}")).isEqualTo(event("{x: 1}"));
    }

    @Test
    void isNotPassedForWhatIsCaught() {
        String caught = BAD.replace("}}", "}, catch: [{transform: {c: 1}}]}");
        assertThat(bench.result(ScriptedPlan.of(caught).onError(TELL), "{}")).isEqualTo(event("{c: 1}"));
    }

    @Test
    void seesTheFailureInAllThatItPasses() {
        ScriptedPlan plan = ScriptedPlan.of(BAD)
                .onError(
                        "{type: 'parallel', branches: {p: {transform: {p: '{% $error.component %}'}}}}",
                        "{type: 'plug', pipeline: 'sub', transform: {q: '{% $error.component %}'}}",
                        "{type: 'switch', condition: '{% $error.code %}', branches: {expression: 3}}",
                        "{transform: {r: '{% $error.component %}'}}")
                .plugs("sub", ScriptedPlan.of("{transform: {y: 1}}"));
        assertThat(bench.result(plan, "{}")).isEqualTo(event("{p: 'bad', q: 'bad', r: 'bad'}"));
    }

    @Test
    void aNestedCatchHidesTheFailureForItsComponentsOnly() {
        ScriptedPlan plan = ScriptedPlan.of(BAD)
                .onError(
                        "{name: 'inner', transform: {x: '{% 1 + \\\"a\\\" %}'}, catch: [{components: [1, 2]}]}",
                        "{transform: {in: '{% $error.component %}'}}", "{transform: {out: '{% $error.component %}'}}");
        assertThat(bench.result(plan, "{}")).isEqualTo(event("{in: 'inner', out: 'bad'}"));
    }

    @Test
    void aFailureInItIsTheFailureAndIsNotHandledAgain() {
        ScriptedPlan plan = ScriptedPlan.of(BAD).onError("{name: 'worse', transform: {x: '{% 1 + \\\"a\\\" %}'}}");
        assertThat(bench.failure(plan, "{}").place().component()).isEqualTo("worse");
    }

    @Test
    void canRaiseAnotherFailure() {
        ScriptedPlan plan = ScriptedPlan.of(BAD)
                .onError("{type: 'raise', error: {type: 'sorry', status: 422, detail: '{% $error.component %}'}}");
        Failure failure = bench.failure(plan, "{}");
        assertThat(failure.code()).isEqualTo("sorry");
        assertThat(failure.detail()).isEqualTo("bad");
        assertThat(failure.raised()).isTrue();
    }

    @Test
    void aDeadEndInItLeavesNoResult() {
        assertThat(bench.all(ScriptedPlan.of(BAD).onError("{type: 'dead-end'}"), "{}"))
                .singleElement()
                .isInstanceOf(Outcome.Ended.class);
    }

    @Test
    void aComposerInItGivesSeveralResults() {
        ScriptedPlan plan =
                ScriptedPlan.of(BAD).onError("{type: 'composer', events: '{% [1, 2].{\\\"n\\\": $} %}'}", TELL);
        assertThat(bench.results(plan, "{}")).containsExactly(event("{n: 1, e: 'bad'}"), event("{n: 2, e: 'bad'}"));
    }

    @Test
    void runsForEachEventThatFails() {
        ScriptedPlan plan = ScriptedPlan.of(
                        "{type: 'composer', events: '{% [1, 2, 3].{\\\"n\\\": $} %}'}",
                        "{type: 'raise', name: 'r', condition: '{% n > 1 %}', error: {type: 'large'}}")
                .onError(TELL);
        assertThat(bench.results(plan, "{}"))
                .containsExactly(event("{n: 1}"), event("{n: 2, e: 'r'}"), event("{n: 3, e: 'r'}"));
    }

    @Test
    void itsResultMustMatchTheOutputOfThePipeline() {
        ScriptedPlan plan = ScriptedPlan.of(BAD)
                .onError("{transform: {y: '{% x %}'}}")
                .output("{type: 'object', properties: {y: {maximum: 5}}}");
        assertThat(bench.result(plan, "{x: 5}")).isEqualTo(event("{x: 5, y: 5}"));
        Failure failure = bench.failure(plan, "{x: 6}");
        assertThat(failure.code()).isEqualTo("invalid-output");
        assertThat(failure.place().component()).isNull();
    }

    @Test
    void isNotPassedWhereNoComponentFailed() {
        ScriptedPlan plan = ScriptedPlan.of("{transform: {y: 9}}")
                .onError("{transform: {handled: true}}")
                .input("{type: 'object', required: ['x']}")
                .output("{type: 'object', properties: {y: {maximum: 5}}}");
        assertThat(bench.failure(plan, "{}").code()).isEqualTo("invalid-input");
        assertThat(bench.failure(plan, "{x: 1}").code()).isEqualTo("invalid-output");
        bench.start(plan.build(), List.of(), RunOptions.NONE);
        assertThat(EngineBench.failed(bench.outcomes.getLast()).code()).isEqualTo("invalid-event");
    }

    @Test
    void isNotPassedWhenNothingCanRunAnyMore() {
        bench.clients.hangs("f");
        ScriptedPlan late = ScriptedPlan.of("{service: 's.f'}").functions("f").onError(TELL);
        bench.start(late.timeout(Duration.ofSeconds(1)), "{}");
        bench.scheduler.pass(Duration.ofSeconds(1));
        assertThat(EngineBench.failed(bench.outcomes.get(0)).code()).isEqualTo("budget-exhausted");
        ScriptedPlan loop = ScriptedPlan.of("{type: 'goto', to: 0}")
                .onError(TELL)
                .limits(new Limits(Duration.ofMinutes(1), 1, 10, 10, 1));
        assertThat(bench.failure(loop, "{}").code()).isEqualTo("loop-limit");
        ScriptedPlan many = ScriptedPlan.of("{type: 'composer', events: '{% [{}, {}] %}'}")
                .onError(TELL)
                .limits(new Limits(Duration.ofMinutes(1), 1, 10, 10, 1));
        assertThat(bench.failure(many, "{}").code()).isEqualTo("too-many-events");
    }

    @Test
    void countsOnWithTheComponentsOfTheEvent() {
        ScriptedPlan plan = ScriptedPlan.of("{}", "{}", BAD)
                .onError("{}", "{}", "{name: 'last'}")
                .limits(new Limits(Duration.ofMinutes(1), 1, 5, 100, 1));
        Failure failure = bench.failure(plan, "{}");
        assertThat(failure.code()).isEqualTo("loop-limit");
        assertThat(failure.place().component()).isEqualTo("last");
    }

    @Test
    void hasWhatIsLeftOfTheBudget() {
        bench.clients.fails("f", ScriptedFailures.http(500)).hangs("g");
        ScriptedPlan plan = ScriptedPlan.of("{service: 's.f'}")
                .onError("{name: 'slow', service: 's.g'}")
                .functions("f", "g")
                .timeout(Duration.ofSeconds(2));
        bench.start(plan, "{}");
        bench.scheduler.pass(Duration.ofSeconds(2));
        Failure failure = EngineBench.failed(bench.outcomes.get(0));
        assertThat(failure.code()).isEqualTo("budget-exhausted");
        assertThat(failure.place().component()).isEqualTo("slow");
    }

    @Test
    void ofThePipelineIsGivenTheEventAsItEnteredTheOutermostParallelMapOrPlug() {
        ScriptedPlan sub = ScriptedPlan.of("{transform: {in: 1}}", BAD);
        ScriptedPlan plan = ScriptedPlan.of("{transform: {a: 1}}", "{type: 'plug', name: 'pl', pipeline: 'sub'}")
                .plugs("sub", sub)
                .onError("{transform: {e: '{% $error.[pipeline, component] %}'}}");
        assertThat(bench.result(plan, "{}")).isEqualTo(event("{a: 1, e: ['sub', 'bad']}"));
        ScriptedPlan fanOut = ScriptedPlan.of(
                        "{transform: {a: 1}}",
                        "{type: 'map', items: [1], components:"
                                + " {type: 'parallel', branches: {p: [{transform: {in: 1}}, " + BAD + "]}}}")
                .onError(TELL);
        assertThat(bench.result(fanOut, "{}")).isEqualTo(event("{a: 1, e: 'bad'}"));
    }

    @Test
    void ofAPluggedPipelineMakesAResultOfIt() {
        ScriptedPlan sub = ScriptedPlan.of(BAD).onError("{transform: {y: '{% $error.component %}'}}");
        ScriptedPlan plan = ScriptedPlan.of(
                        "{type: 'plug', pipeline: 'sub', transform: {r: '{% y %}'}}", "{transform: {then: 1}}")
                .plugs("sub", sub)
                .onError("{transform: {no: 1}}");
        assertThat(bench.result(plan, "{}")).isEqualTo(event("{r: 'bad', then: 1}"));
    }

    @Test
    void ofAPluggedPipelineComesBeforeTheCatchOfThePlug() {
        ScriptedPlan sub = ScriptedPlan.of(BAD).onError("{type: 'raise', error: {type: 'sorry'}}");
        ScriptedPlan plan = ScriptedPlan.of(
                        "{type: 'plug', pipeline: 'sub', catch: [{transform: {e: '{% $error.code %}'}}]}")
                .plugs("sub", sub);
        assertThat(bench.result(plan, "{}")).isEqualTo(event("{e: 'sorry'}"));
    }

    @Test
    void ofAPluggedPipelineIsNotPassedWhenItsTimeIsOver() {
        bench.clients.hangs("f");
        ScriptedPlan sub = ScriptedPlan.of("{service: 's.f'}")
                .functions("f")
                .timeout(Duration.ofSeconds(1))
                .onError("{transform: {no: 1}}");
        ScriptedPlan plan = ScriptedPlan.of("{type: 'plug', name: 'pl', pipeline: 'sub', transform: {r: '{% $ %}'}}")
                .plugs("sub", sub)
                .onError("{transform: {e: '{% $error.[code, component] %}'}}");
        bench.start(plan, "{}");
        bench.scheduler.pass(Duration.ofSeconds(1));
        assertThat(EngineBench.completed(bench.outcomes.get(0))).isEqualTo(event("{e: ['timeout', 'pl']}"));
    }

    @Test
    void isNotPassedAfterACancelAndStopsWithOne() {
        ScriptedAnswers answers = new ScriptedAnswers();
        bench.clients.does("f", answers::wait).does("g", answers::wait);
        ScriptedPlan plan = ScriptedPlan.of("{service: 's.f'}")
                .onError("{service: 's.g'}", "{service: 's.f'}")
                .functions("f", "g");
        bench.start(plan, "{}").cancel();
        assertThat(bench.clients.called).containsExactly("f");
        Cancellable run = bench.start(plan, "{}");
        answers.waiting.get(1).fail(ScriptedFailures.http(500));
        assertThat(bench.clients.called).containsExactly("f", "f", "g");
        run.cancel();
        assertThat(bench.clients.cancelled).isEqualTo(2);
        assertThat(bench.outcomes).isEmpty();
    }

    @Test
    void showsInTheHistoryBehindTheComponentThatFailed() {
        List<Map<String, Object>> history = bench.run(
                        ScriptedPlan.of("{name: 'a'}", BAD).onError(TELL),
                        "{}",
                        new RunOptions(true, Long.MAX_VALUE, Map.of(), null))
                .history();
        assertThat(history).extracting(it -> it.get("component")).containsExactly("a", "bad", "tell");
        assertThat(history.get(1)).doesNotContainKey("after");
        assertThat(history.get(2)).containsEntry("after", event("{e: 'bad'}"));
    }
}
