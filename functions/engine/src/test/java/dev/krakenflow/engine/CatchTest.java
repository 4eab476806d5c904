package dev.krakenflow.engine;

import static dev.krakenflow.engine.testing.EngineBench.event;
import static org.assertj.core.api.Assertions.assertThat;

import dev.krakenflow.engine.testing.EngineBench;
import dev.krakenflow.engine.testing.ScriptedFailures;
import dev.krakenflow.engine.testing.ScriptedPlan;
import dev.krakenflow.failure.Failure;
import dev.krakenflow.failure.FailureCode;
import dev.krakenflow.plan.Limits;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CatchTest {
    private static final String CALL = "{name: 'call', service: 's.f', transform: {r: '{% $ %}'}, catch: [CATCH]}";
    private static final String BAD = "{name: 'bad', transform: {x: '{% 1 + \\\"a\\\" %}'}, catch: [CATCH]}";

    private final EngineBench bench = new EngineBench();

    private static ScriptedPlan calling(String catches, String... behind) {
        String[] all = new String[behind.length + 1];
        all[0] = CALL.replace("CATCH", catches);
        System.arraycopy(behind, 0, all, 1, behind.length);
        return ScriptedPlan.of(all).service("{}");
    }

    private static ScriptedPlan bad(String catches, String... behind) {
        String[] all = new String[behind.length + 1];
        all[0] = BAD.replace("CATCH", catches);
        System.arraycopy(behind, 0, all, 1, behind.length);
        return ScriptedPlan.of(all);
    }

    @Test
    void mergesSomethingIntoTheEventAsItEnteredAndGoesOnBehind() {
        bench.clients.fails("f", ScriptedFailures.http(404));
        ScriptedPlan plan = calling("{errors: ['http.404'], transform: {r: 'none'}}", "{transform: {then: 1}}");
        assertThat(bench.result(plan, "{x: 1}")).isEqualTo(event("{x: 1, r: 'none', then: 1}"));
    }

    @Test
    void seesTheFailureWithTheAnswerOfTheService() {
        bench.clients.fails("f", ScriptedFailures.http(404, Map.of("h", "v")));
        ScriptedPlan plan = calling("{transform: {e: '{% $error.[code, status, headers.h, component, step, attempts,"
                + " service, function, type] %}', event: '{% $event.x %}'}}");
        assertThat(bench.result(plan, "{x: 1}"))
                .isEqualTo(event("{x: 1, e: ['http.404', 404, 'v', 'call', 'call', 1, 's', 'f',"
                        + " 'urn:kraken:http.404'], event: 1}"));
    }

    @Test
    void takesTheFirstThatMatches() {
        bench.clients.fails("f", ScriptedFailures.http(503));
        String catches = "{errors: ['http.4xx', 'timeout'], transform: {a: 1}}, {errors: ['http.5xx'],"
                + " transform: {a: 2}}, {errors: ['*'], transform: {a: 3}}";
        assertThat(bench.result(calling(catches), "{}")).isEqualTo(event("{a: 2}"));
        bench.clients.fails("f", ScriptedFailures.http(404));
        assertThat(bench.result(calling(catches), "{}")).isEqualTo(event("{a: 1}"));
        bench.clients.fails("f", ScriptedFailures.of(FailureCode.COMMUNICATION));
        assertThat(bench.result(calling(catches), "{}")).isEqualTo(event("{a: 3}"));
    }

    @Test
    void letsOtherFailuresThrough() {
        bench.clients.fails("f", ScriptedFailures.http(500));
        Failure failure = bench.failure(calling("{errors: ['http.4xx', 'http.503'], transform: {a: 1}}"), "{}");
        assertThat(failure.code()).isEqualTo("http.500");
    }

    @Test
    void takesFailuresOfTheOwnTemplates() {
        String caught = "{errors: ['expression'], transform: {step: '{% $error.step %}'}}";
        assertThat(bench.result(bad(caught), "{}")).isEqualTo(event("{step: 'transform'}"));
        ScriptedPlan prepares = ScriptedPlan.of("{prepare: '{% 5 %}', catch: [" + caught + "]}");
        assertThat(bench.result(prepares, "{}")).isEqualTo(event("{step: 'prepare'}"));
        ScriptedPlan asks = ScriptedPlan.of("{condition: '{% 5 %}', catch: [" + caught + "]}");
        assertThat(bench.result(asks, "{}")).isEqualTo(event("{step: 'condition'}"));
    }

    @Test
    void takesAnInternalFailureThatIsLoggedOnce() {
        bench.clients.fails("f", new IllegalStateException("boom"));
        assertThat(bench.result(calling("{transform: {e: '{% $error.code %}'}}"), "{}"))
                .isEqualTo(event("{e: 'internal'}"));
        assertThat(bench.log.failures).singleElement().matches(it -> it.is(FailureCode.INTERNAL));
    }

    @Test
    void takesNoErrorOfTheMachine() {
        bench.clients.fails("f", new OutOfMemoryError("scripted"));
        assertThat(bench.failure(calling("{transform: {e: 1}}"), "{}").code()).isEqualTo("internal");
    }

    @Test
    void ofItsOwnFailureDoesNotCatchAgain() {
        Failure failure =
                bench.failure(bad("{transform: {y: '{% 2 + \\\"b\\\" %}'}}, {errors: ['*'], transform: {y: 1}}"), "{}");
        assertThat(failure.code()).isEqualTo("expression");
        assertThat(failure.place().step()).isEqualTo("catch");
        assertThat(failure.place().component()).isEqualTo("bad");
        assertThat(failure.detail()).startsWith("catch.transform: ");
    }

    @Test
    void goesThroughComponentsThatSeeTheFailureUntilItIsOutside() {
        ScriptedPlan plan = ScriptedPlan.of(
                BAD.replace("CATCH]", "{components: [1, 3]}], next: 3"),
                "{transform: {a: '{% $error.component %}'}}",
                "{transform: {b: '{% $error.code %}'}}",
                "{transform: {after: 1}}");
        assertThat(bench.result(plan, "{}")).isEqualTo(event("{a: 'bad', b: 'expression', after: 1}"));
        assertThat(bench.result(ScriptedPlan.of("{next: 2}", "{transform: {a: 1}}", "{transform: {after: 1}}"), "{}"))
                .isEqualTo(event("{after: 1}"));
    }

    @Test
    void goesOnBehindWhenThereAreNoComponents() {
        assertThat(bench.result(bad("{components: [1, 1]}", "{transform: {y: 1}}"), "{}"))
                .isEqualTo(event("{y: 1}"));
    }

    @Test
    void goesToAPointWhereTheFailureIsGone() {
        ScriptedPlan plan = ScriptedPlan.of(
                "{type: 'goto', to: 2, condition: '{% again = true %}'}",
                BAD.replace("CATCH]", "{goto: 3}], next: 3"),
                "{transform: {e: '{% $exists($event.x) %}', again: false}}",
                "{type: 'goto-point'}",
                "{transform: {here: 1}}");
        assertThat(bench.result(plan, "{}")).isEqualTo(event("{here: 1}"));
    }

    @Test
    void aFailureAmongItsComponentsIsNotCaughtByTheComponent() {
        ScriptedPlan plan = bad("{components: [1, 2]}", "{name: 'in', transform: {x: '{% 2 + \\\"b\\\" %}'}}");
        assertThat(bench.failure(plan, "{}").place().component()).isEqualTo("in");
    }

    @Test
    void nestedCatchesBringTheOuterFailureBack() {
        ScriptedPlan plan = ScriptedPlan.of(
                "{name: 'outer', next: 5, transform: {x: '{% 1 + \\\"a\\\" %}'}, catch: [{components: [1, 5]}]}",
                "{transform: {one: '{% $error.component %}'}}",
                "{name: 'inner', next: 4, transform: {x: '{% 1 + \\\"a\\\" %}'}, catch: [{components: [3, 4]}]}",
                "{transform: {two: '{% $error.component %}'}}",
                "{transform: {three: '{% $error.component %}'}}",
                "{transform: {done: 1}}");
        assertThat(bench.result(plan, "{}")).isEqualTo(event("{one: 'outer', two: 'inner', three: 'outer', done: 1}"));
    }

    @Test
    void aGotoOutOfItsComponentsForgetsTheFailure() {
        ScriptedPlan plan = ScriptedPlan.of(
                "{name: 'bad', next: 3, condition: '{% $not($exists(y)) %}', transform: {x: '{% 1 + \\\"a\\\" %}'},"
                        + " catch: [{components: [1, 3]}]}",
                "{transform: {y: '{% y = 1 ? $exists($error) : 1 %}'}}",
                "{type: 'goto', to: 4}",
                "{type: 'goto', to: 1, condition: '{% y = 1 %}'}",
                "{transform: {out: 1}}",
                "{type: 'goto', to: 1, condition: '{% y = 1 %}'}");
        assertThat(bench.result(plan, "{}")).isEqualTo(event("{y: false, out: 1}"));
    }

    @Test
    void doneAmongItsComponentsEndsThePipeline() {
        ScriptedPlan plan = ScriptedPlan.of(
                "{next: 3, transform: {x: '{% 1 + \\\"a\\\" %}'}, catch: [{components: [1, 3]}]}",
                "{type: 'done'}", "{transform: {no: 1}}", "{transform: {no: 2}}");
        assertThat(bench.result(plan, "{x: 1}")).isEqualTo(event("{x: 1}"));
    }

    @Test
    void aComposerAmongItsComponentsGivesTheFailureToAllItsEvents() {
        ScriptedPlan plan = ScriptedPlan.of(
                "{name: 'bad', transform: {x: '{% 1 + \\\"a\\\" %}'}, catch: [{components: [1, 3]}]}",
                "{type: 'composer', events: '{% [1, 2].{\\\"n\\\": $} %}'}",
                "{transform: {e: '{% $error.component %}'}}");
        assertThat(bench.results(plan, "{}")).containsExactly(event("{n: 1, e: 'bad'}"), event("{n: 2, e: 'bad'}"));
    }

    @Test
    void ofAComposerGoesOnWithTheEventItself() {
        ScriptedPlan plan = ScriptedPlan.of("{type: 'composer', events: '{% 5 %}', catch: [{transform: {e: 1}}]}");
        assertThat(bench.results(plan, "{x: 1}")).containsExactly(event("{x: 1, e: 1}"));
    }

    @Test
    void ofAComposerThatRemembersLetsItsPlaceInTheQueueGo() {
        bench.clients.hangs("f");
        ScriptedPlan plan = ScriptedPlan.of(
                        "{type: 'composer', name: 'c', memo: 0, newMemo: '{% $memo + 1 %}', leased: true,"
                                + " events: '{% bad ? 5 : [{\\\"memo\\\": $memo}] %}', catch: [{transform: {e: 1}}]}",
                        "{service: 's.f'}")
                .service("{}");
        bench.start(plan, "{bad: true}");
        bench.start(plan, "{bad: false}");
        assertThat(bench.clients.calls).containsExactly(event("{bad: true, e: 1}"), event("{memo: 0}"));
    }

    @Test
    void takesNothingThatEndsTheRun() {
        bench.clients.fails("f", ScriptedFailures.http(500));
        ScriptedPlan loop = calling("{goto: 0}").limits(new Limits(Duration.ofMinutes(1), 1, 10, 1_000, 5));
        assertThat(bench.failure(loop, "{}").code()).isEqualTo("loop-limit");
        ScriptedPlan composer = ScriptedPlan.of("{type: 'composer', events: '{% l %}', catch: [{transform: {e: 1}}]}")
                .limits(new Limits(Duration.ofMinutes(1), 1, 10, 1_000, 2));
        assertThat(bench.failure(composer, "{l: [{}, {}, {}]}").code()).isEqualTo("too-many-events");
    }

    @Test
    void takesTheComponentsOwnTimeAndNotTheBudget() {
        bench.clients.hangs("f");
        String stage = "{name: 'call', service: 's.f', timeout: 'PT1S', catch: [{errors: ['timeout',"
                + " 'budget-exhausted'], transform: {e: '{% $error.[code, step, attempts] %}'}}]}";
        bench.start(ScriptedPlan.of(stage).service("{}"), "{}");
        bench.scheduler.pass(Duration.ofSeconds(1));
        assertThat(EngineBench.completed(bench.outcomes.get(0))).isEqualTo(event("{e: ['timeout', 'call', 1]}"));
        bench.start(ScriptedPlan.of(stage).service("{}").timeout(Duration.ofMillis(500)), "{}");
        bench.scheduler.pass(Duration.ofMillis(500));
        Failure failure = EngineBench.failed(bench.outcomes.get(1));
        assertThat(failure.code()).isEqualTo("budget-exhausted");
        assertThat(failure.place().component()).isEqualTo("call");
    }

    @Test
    void takesAFailureOfThePluggedPipelineWithItsPlace() {
        ScriptedPlan plan = ScriptedPlan.of(
                        "{type: 'plug', name: 'pl', pipeline: 'sub', prepare: {z: 1}, catch: [{transform:"
                                + " {e: '{% $error.[pipeline, component, path[0].component] %}'}}]}",
                        "{transform: {then: 1}}")
                .plugs("sub", ScriptedPlan.of("{name: 'in', transform: {y: '{% 1 + \\\"a\\\" %}'}}"));
        assertThat(bench.result(plan, "{x: 1}")).isEqualTo(event("{x: 1, e: ['sub', 'in', 'pl'], then: 1}"));
    }

    @Test
    void insideAPlugDoesNotSeeTheFailureAroundIt() {
        ScriptedPlan plan = ScriptedPlan.of(
                        "{name: 'bad', next: 3, transform: {x: '{% 1 + \\\"a\\\" %}'}, catch: [{components: [1, 3]}]}",
                        "{type: 'plug', pipeline: 'sub', transform: {r: '{% r %}'}}",
                        "{transform: {e: '{% $error.component %}'}}",
                        "{transform: {then: 1}}")
                .plugs(
                        "sub",
                        ScriptedPlan.of(
                                "{name: 'in', transform: {x: '{% 1 + \\\"a\\\" %}'}, catch: [{components: [1, 2]}]}",
                                "{transform: {r: '{% $error.component %}'}}"));
        assertThat(bench.result(plan, "{}")).isEqualTo(event("{r: 'in', e: 'bad', then: 1}"));
    }

    @Test
    void insideAPlugDoesNotTakeTheTimeOfThePlug() {
        bench.clients.hangs("f");
        ScriptedPlan sub = ScriptedPlan.of("{service: 's.f', catch: [{transform: {in: 1}}]}")
                .service("{}");
        ScriptedPlan plan = ScriptedPlan.of("{type: 'plug', name: 'pl', pipeline: 'sub', timeout: 'PT2S',"
                        + " catch: [{errors: ['timeout'], transform: {out: '{% $error.[component, detail] %}'}}]}")
                .plugs("sub", sub);
        bench.start(plan, "{}");
        bench.scheduler.pass(Duration.ofSeconds(2));
        assertThat(EngineBench.completed(bench.outcomes.get(0)))
                .isEqualTo(event("{out: ['pl', 'the plug was not done within 2000 ms']}"));
    }

    @Test
    void ofThePlugTakesTheTimeOfThePluggedPipeline() {
        bench.clients.hangs("f");
        ScriptedPlan sub = ScriptedPlan.of("{service: 's.f', catch: [{transform: {in: 1}}]}")
                .service("{}")
                .timeout(Duration.ofSeconds(1));
        ScriptedPlan plan = ScriptedPlan.of("{type: 'plug', name: 'pl', pipeline: 'sub', timeout: 'PT2S',"
                        + " catch: [{errors: ['timeout'], transform: {out: '{% $error.detail %}'}}]}")
                .plugs("sub", sub);
        bench.start(plan, "{}");
        bench.scheduler.pass(Duration.ofSeconds(1));
        assertThat(EngineBench.completed(bench.outcomes.get(0)))
                .isEqualTo(event("{out: 'the pipeline \\\"sub\\\" was not done within 1000 ms'}"));
    }

    @Test
    void ofAParallelTakesTheFailureOfABranch() {
        bench.clients.fails("f", ScriptedFailures.http(500)).hangs("g");
        ScriptedPlan plan = ScriptedPlan.of(
                        "{type: 'parallel', branches: {b: {service: 's.g'},"
                                + " a: {name: 'a', service: 's.f'}}, catch: [{transform: {e: '{% $error.[code, component] %}'}}]}")
                .service(ScriptedPlan.service(
                        "s", Map.of("f", ScriptedPlan.function("{}"), "g", ScriptedPlan.function("{}"))));
        assertThat(bench.result(plan, "{x: 1}")).isEqualTo(event("{x: 1, e: ['http.500', 'a']}"));
        assertThat(bench.clients.cancelled).isEqualTo(1);
    }

    @Test
    void ofAParallelTakesItsOwnTimeThatNoBranchTakes() {
        bench.clients.hangs("f");
        ScriptedPlan plan = ScriptedPlan.of("{type: 'parallel', name: 'par', mode: 'settled', timeout: 'PT1S',"
                        + " branches: {a: {name: 'a', service: 's.f', catch: [{transform: {no: 1}}]}},"
                        + " catch: [{errors: ['timeout'], transform: {e: '{% $error.component %}'}}]}")
                .service("{}");
        bench.start(plan, "{}");
        bench.scheduler.pass(Duration.ofSeconds(1));
        assertThat(EngineBench.completed(bench.outcomes.get(0))).isEqualTo(event("{e: 'par'}"));
    }

    @Test
    void ofAMapTakesTheFailureOfAnItemAndOfItsItems() {
        String map = "{type: 'map', items: '{% l %}', components: [{transform: {x: '{% 1 + item %}'}}],"
                + " catch: [{transform: {e: '{% $error.step %}'}}]}";
        assertThat(bench.result(ScriptedPlan.of(map), "{l: ['a']}")).isEqualTo(event("{l: ['a'], e: 'transform'}"));
        assertThat(bench.result(ScriptedPlan.of(map), "{l: null}")).isEqualTo(event("{l: null, e: 'items'}"));
    }

    @Test
    void theBranchesOfAParallelAmongItsComponentsSeeTheFailure() {
        ScriptedPlan plan = bad(
                "{components: [1, 2]}",
                "{type: 'parallel', branches: {a: [{transform: {a: '{% $error.component %}'}}, {type: 'map',"
                        + " items: [1], components: {transform: {m: '{% $error.code %}'}},"
                        + " transform: {m: '{% results.m %}'}}]}}");
        assertThat(bench.result(plan, "{}")).isEqualTo(event("{a: 'bad', m: 'expression'}"));
    }
}
