package dev.krakenflow.engine;

import static dev.krakenflow.engine.testing.EngineBench.event;
import static org.assertj.core.api.Assertions.assertThat;

import dev.krakenflow.engine.testing.EngineBench;
import dev.krakenflow.engine.testing.ScriptedAnswers;
import dev.krakenflow.engine.testing.ScriptedFailures;
import dev.krakenflow.engine.testing.ScriptedPlan;
import dev.krakenflow.failure.Failure;
import dev.krakenflow.failure.FailureCode;
import dev.krakenflow.plan.Limits;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompensationTest {
    private static final String BAD = "{name: 'bad', transform: {x: '{% 1 + \\\"a\\\" %}'}}";

    private final EngineBench bench = new EngineBench();
    private final ScriptedAnswers answers = new ScriptedAnswers();

    @BeforeEach
    void workAndUndo() {
        bench.clients
                .answers("work", event("{id: 7}"))
                .answers("undo", event("{}"))
                .does("slow", answers::wait);
    }

    /** A stage that can be undone, with a name that its undoing is called with. */
    private static String stage(String name) {
        return stage(name, "work");
    }

    private static String stage(String name, String function) {
        return "{name: 'N', service: 's.F', transform: {N: '{% id %}'}, compensate: {service: 's.undo',"
                        .replace("F", function)
                        .replace("N", name)
                + " prepare: {undo: '" + name + "', event: '{% $ %}'}}}";
    }

    private static ScriptedPlan plan(String... components) {
        return ScriptedPlan.of(components).functions("work", "undo", "slow", "other");
    }

    /** What was undone, in the order of the calls. */
    private List<Object> undone() {
        List<Object> names = new ArrayList<>();
        for (Object args : bench.clients.calls) {
            Object name = ((Map<?, ?>) args).get("undo");
            if (name != null) {
                names.add(name);
            }
        }
        return names;
    }

    private Failure lastFailure() {
        return EngineBench.failed(bench.outcomes.getLast());
    }

    @Test
    void undoesFinishedStagesNewestFirstOnTheirEvents() {
        Failure failure = bench.failure(plan(stage("a"), stage("b"), BAD), "{x: 1}");
        assertThat(failure.code()).isEqualTo("expression");
        assertThat(failure.members()).isEqualTo(Map.of("compensated", List.of("b", "a")));
        assertThat(bench.clients.called).containsExactly("work", "work", "undo", "undo");
        assertThat(bench.clients.calls.subList(2, 4))
                .isEqualTo(List.of(
                        event("{undo: 'b', event: {x: 1, a: 7, b: 7}}"), event("{undo: 'a', event: {x: 1, a: 7}}")));
    }

    @Test
    void givesTheEventBehindTheStageWithoutPrepare() {
        bench.failure(plan("{name: 'a', transform: {y: 1}, compensate: {service: 's.undo'}}", BAD), "{x: 1}");
        assertThat(bench.clients.calls).isEqualTo(List.of(event("{x: 1, y: 1}")));
    }

    @Test
    void tellsTheContextOfTheStage() {
        String stage = "{name: 'a', compensate: {service: 's.undo', prepare:"
                + " {c: '{% $context.[pipeline, component] %}', e: '{% $event.x %}'}}}";
        bench.failure(plan(stage, BAD), "{x: 1}");
        assertThat(bench.clients.calls).isEqualTo(List.of(event("{c: ['pipe', 'a'], e: 1}")));
    }

    @Test
    void undoesNothingAfterASuccessADeadEndAndACaughtFailure() {
        bench.result(plan(stage("a")), "{}");
        bench.all(plan(stage("a"), "{type: 'dead-end'}"), "{}");
        bench.result(plan(stage("a"), BAD.replace("}}", "}, catch: [{transform: {c: 1}}]}")), "{}");
        assertThat(undone()).isEmpty();
    }

    @Test
    void undoesNoSkippedStage() {
        bench.failure(plan(stage("a").replace("service: 's.w", "condition: false, service: 's.w"), BAD), "{}");
        assertThat(undone()).isEmpty();
    }

    @Test
    void undoesEachRoundOfALoop() {
        ScriptedPlan plan = plan(
                "{transform: {n: '{% n + 1 %}'}}", stage("a"), "{type: 'goto', to: 0, condition: '{% n < 3 %}'}", BAD);
        assertThat(bench.failure(plan, "{n: 0}").members()).containsEntry("compensated", List.of("a", "a", "a"));
        assertThat(bench.clients.calls.subList(3, 6))
                .extracting(args ->
                        ((Map<?, ?>) ((Map<?, ?>) args).get("event")).get("n").toString())
                .isEqualTo(List.of("3", "2", "1"));
    }

    @Test
    void goesOnWhenAStageCannotBeUndone() {
        bench.clients.does(
                "undo",
                args -> args.toString().contains("undo=b")
                        ? Uni.createFrom().failure(ScriptedFailures.http(500))
                        : Uni.createFrom().item(event("{}")));
        Failure failure = bench.failure(plan(stage("a"), stage("b"), stage("c"), BAD), "{}");
        assertThat(undone()).isEqualTo(List.of("c", "b", "a"));
        assertThat(failure.members())
                .containsEntry("compensated", List.of("c", "a"))
                .containsEntry("compensation_failed", List.of("b"));
        Failure told = bench.log.inCompensation.get(0);
        assertThat(told.code()).isEqualTo("http.500");
        assertThat(told.place().component()).isEqualTo("b");
        assertThat(told.place().instance()).isEqualTo("/components/1/compensate");
        assertThat(told.place().function()).isEqualTo("undo");
    }

    @Test
    void aPrepareThatFailsIsAStageThatCannotBeUndone() {
        String stage = "{name: 'a', compensate: {service: 's.undo', prepare: '{% 5 %}'}}";
        assertThat(bench.failure(plan(stage, BAD), "{}").members())
                .isEqualTo(Map.of("compensation_failed", List.of("a")));
        assertThat(bench.log.inCompensation.get(0).place().step()).isEqualTo("compensate");
        assertThat(bench.log.inCompensation.get(0).place().component()).isEqualTo("a");
    }

    @Test
    void hasThePoliciesOfTheFunctionUnlessItHasItsOwn() {
        bench.clients
                .repeatable()
                .does(
                        "undo",
                        ScriptedFailures.then(event("{}"), ScriptedFailures.http(503), ScriptedFailures.http(503)));
        String stage = "{name: 'a', compensate: {service: 's.undo', retry: {on: ['http.503'], delay: 'PT0S'}}}";
        assertThat(bench.failure(plan(stage, BAD), "{}").members()).isEqualTo(Map.of("compensated", List.of("a")));
        assertThat(bench.clients.called).containsExactly("undo", "undo", "undo");
    }

    @Test
    void isGivenUpAfterATimeOfItsOwn() {
        bench.clients.hangs("undo");
        String stage = "{name: 'a', compensate: {service: 's.undo', timeout: 'PT2S'}}";
        bench.start(plan(stage, BAD), "{}");
        bench.scheduler.pass(Duration.ofSeconds(2));
        assertThat(lastFailure().members()).isEqualTo(Map.of("compensation_failed", List.of("a")));
        assertThat(bench.log.inCompensation.get(0).detail()).isEqualTo("the stage was not undone within 2000 ms");
    }

    @Test
    void allOfItIsGivenUpAfterThirtySecondsWhateverIsLeftOfTheBudget() {
        bench.clients.hangs("undo");
        ScriptedPlan plan = ScriptedPlan.of(stage("a"), stage("b"), "{service: 's.slow'}")
                .service(ScriptedPlan.service(
                        "s",
                        Map.of(
                                "work", ScriptedPlan.function("{}"),
                                "slow", ScriptedPlan.function("{}"),
                                "undo", ScriptedPlan.function("{timeout: 'PT50S'}"))))
                .timeout(Duration.ofSeconds(1));
        bench.start(plan, "{}");
        bench.scheduler.pass(Duration.ofMillis(30_999));
        assertThat(bench.outcomes).isEmpty();
        bench.scheduler.pass(Duration.ofMillis(1));
        assertThat(lastFailure().code()).isEqualTo("budget-exhausted");
        assertThat(lastFailure().members()).isEqualTo(Map.of("compensation_failed", List.of("b", "a")));
        assertThat(undone()).isEqualTo(List.of("b"));
        assertThat(bench.log.inCompensation)
                .singleElement()
                .extracting(Failure::detail)
                .isEqualTo("not all was undone within 30 s");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 404, 409, 429})
    void doesNotUndoWhatTheServiceRefused(int status) {
        bench.clients.fails("work", ScriptedFailures.http(status));
        assertThat(bench.failure(plan(stage("a")), "{}").members()).isEmpty();
    }

    @Test
    void doesNotUndoWhatWasNeverSent() {
        for (FailureCode code :
                List.of(FailureCode.BULKHEAD_FULL, FailureCode.EGRESS_DENIED, FailureCode.SERVICE_NOT_READY)) {
            bench.clients.fails("work", ScriptedFailures.of(code));
            assertThat(bench.failure(plan(stage("a")), "{}").members()).isEmpty();
        }
        String unprepared = stage("a").replace("transform:", "prepare: '{% 5 %}', transform:");
        assertThat(bench.failure(plan(unprepared), "{}").members()).isEmpty();
        ScriptedPlan refusing = ScriptedPlan.of(stage("a"))
                .service(ScriptedPlan.service(
                        "s",
                        Map.of(
                                "work", ScriptedPlan.function("{input: {type: 'object', required: ['y']}}"),
                                "undo", ScriptedPlan.function("{}"))));
        assertThat(bench.failure(refusing, "{}").members()).doesNotContainKey("compensated");
        assertThat(undone()).isEmpty();
    }

    @Test
    void undoesWhatMayHaveHappenedOnTheEventAsItEntered() {
        for (FailureCode code : List.of(FailureCode.COMMUNICATION, FailureCode.BAD_RESPONSE)) {
            bench.clients.calls.clear();
            bench.clients.fails("work", ScriptedFailures.of(code));
            assertThat(bench.failure(plan(stage("a")), "{x: 1}").members())
                    .isEqualTo(Map.of("compensated", List.of("a")));
            assertThat(bench.clients.calls.getLast()).isEqualTo(event("{undo: 'a', event: {x: 1}}"));
        }
        bench.clients.fails("work", ScriptedFailures.http(503));
        assertThat(bench.failure(plan(stage("a")), "{}").members()).isEqualTo(Map.of("compensated", List.of("a")));
    }

    @Test
    void undoesACallWhoseResultCouldNotBeUsed() {
        String unused = stage("a").replace("'{% id %}'", "'{% 1 + \\\"a\\\" %}'");
        assertThat(bench.failure(plan(unused), "{x: 1}").members()).isEqualTo(Map.of("compensated", List.of("a")));
        assertThat(bench.clients.calls.getLast()).isEqualTo(event("{undo: 'a', event: {x: 1}}"));
    }

    @Test
    void undoesACallThatTimedOut() {
        bench.start(plan(stage("a", "slow").replace("transform:", "timeout: 'PT1S', transform:")), "{}");
        bench.scheduler.pass(Duration.ofSeconds(1));
        assertThat(lastFailure().code()).isEqualTo("timeout");
        assertThat(lastFailure().members()).isEqualTo(Map.of("compensated", List.of("a")));
    }

    @Test
    void undoesACallOfWhichAnEarlierAttemptMayHaveHappened() {
        bench.clients
                .repeatable()
                .does(
                        "work",
                        ScriptedFailures.then(
                                event("{}"),
                                ScriptedFailures.of(FailureCode.COMMUNICATION),
                                ScriptedFailures.http(409)));
        String retried = stage("a").replace("transform:", "retry: {on: ['communication'], delay: 'PT0S'}, transform:");
        bench.start(plan(retried), "{}");
        bench.scheduler.runSoon();
        assertThat(lastFailure().code()).isEqualTo("http.409");
        assertThat(lastFailure().members()).isEqualTo(Map.of("compensated", List.of("a")));
    }

    @Test
    void undoesAStageWhoseOwnFailureWasCaughtWhenTheRunFailsLater() {
        bench.clients.fails("work", ScriptedFailures.of(FailureCode.COMMUNICATION));
        String caught = stage("a").replace("transform:", "catch: [{transform: {c: 1}}], transform:");
        assertThat(bench.result(plan(caught), "{}")).isEqualTo(event("{c: 1}"));
        assertThat(undone()).isEmpty();
        assertThat(bench.failure(plan(caught, BAD), "{}").members()).isEqualTo(Map.of("compensated", List.of("a")));
    }

    @Test
    void comesBeforeOnErrorWhichSeesItAndThatBeforeFinally() {
        bench.clients.answers("other", event("{}"));
        ScriptedPlan plan = plan(stage("a"), BAD)
                .onError("{service: 's.other', prepare: {c: '{% $error.compensated %}'}, transform: {h: 1}}")
                .lastly("{service: 's.other', prepare: {last: '{% h %}'}}");
        assertThat(bench.result(plan, "{}")).isEqualTo(event("{a: 7, h: 1}"));
        assertThat(bench.clients.called).containsExactly("work", "undo", "other", "other");
        assertThat(bench.clients.calls.subList(2, 4)).isEqualTo(List.of(event("{c: ['a']}"), event("{last: 1}")));
    }

    @Test
    void whatOnErrorFinishedIsUndoneWhenThatFails() {
        ScriptedPlan plan = plan(stage("a"), BAD).onError(stage("b"), "{type: 'raise', error: {type: 'sorry'}}");
        Failure failure = bench.failure(plan, "{}");
        assertThat(failure.code()).isEqualTo("sorry");
        assertThat(failure.members()).isEqualTo(Map.of("compensated", List.of("a", "b")));
    }

    @Test
    void ofAPluggedPipelineComesBeforeTheCatchOfThePlug() {
        ScriptedPlan sub = plan(stage("in"), BAD);
        ScriptedPlan plan = plan(
                        stage("a"),
                        "{type: 'plug', pipeline: 'sub', catch: [{transform: {c: '{% $error.compensated %}'}}]}")
                .plugs("sub", sub);
        assertThat(bench.result(plan, "{}")).isEqualTo(event("{a: 7, c: ['in']}"));
        assertThat(undone()).isEqualTo(List.of("in"));
    }

    @Test
    void goesOnOutwardsThroughThePipelines() {
        ScriptedPlan plan = plan(stage("a"), "{type: 'plug', pipeline: 'sub'}").plugs("sub", plan(stage("in"), BAD));
        Failure failure = bench.failure(plan, "{}");
        assertThat(failure.members()).containsEntry("compensated", List.of("in", "a"));
        assertThat(failure.place().pipeline()).isEqualTo("sub");
    }

    @Test
    void reachesIntoAPluggedPipelineThatWasDone() {
        ScriptedPlan plan = plan(stage("a"), "{type: 'plug', pipeline: 'sub'}", stage("b"), BAD)
                .plugs("sub", plan(stage("in")));
        assertThat(bench.failure(plan, "{}").members()).isEqualTo(Map.of("compensated", List.of("b", "in", "a")));
    }

    @Test
    void aPluggedPipelineWhoseTimeIsOverIsUndoneBeforeThePlugFails() {
        ScriptedPlan sub = plan(stage("in"), "{service: 's.slow'}").timeout(Duration.ofSeconds(1));
        ScriptedPlan plan = plan(
                        stage("a"),
                        "{type: 'plug', pipeline: 'sub', catch: [{transform:"
                                + " {c: '{% $error.[code, compensated] %}'}}]}")
                .plugs("sub", sub);
        bench.start(plan, "{}");
        bench.scheduler.pass(Duration.ofSeconds(1));
        assertThat(EngineBench.completed(bench.outcomes.getLast())).isEqualTo(event("{a: 7, c: ['timeout', 'in']}"));
    }

    @Test
    void ofAFailedBranchHappensAtOnceTogetherWithTheLostOnes() {
        String parallel = "{type: 'parallel', branches: {p: [" + stage("p1") + ", {service: 's.slow'}],"
                + " q: [" + stage("q1") + ", {service: 's.other'}], r: [" + stage("r1") + "]}, catch:"
                + " [{transform: {c: 1}}]}";
        bench.clients.does("other", answers::wait);
        bench.start(plan(stage("a"), parallel, BAD), "{}");
        answers.waiting.get(1).fail(ScriptedFailures.http(500));
        assertThat(bench.clients.cancelled).isEqualTo(1);
        assertThat(undone()).isEqualTo(List.of("q1", "p1", "r1", "a"));
        assertThat(lastFailure().place().component()).isEqualTo("bad");
        assertThat(lastFailure().members()).isEqualTo(Map.of("compensated", List.of("q1", "p1", "r1", "a")));
    }

    @Test
    void ofASettledBranchIsToldWhenTheRunFailsLater() {
        String parallel = "{type: 'parallel', mode: 'settled', branches: {p: [" + stage("p1") + ", " + BAD + "],"
                + " q: [" + stage("q1") + "]}, transform: {e: '{% errors.p.code %}'}}";
        assertThat(bench.result(plan(parallel), "{}")).isEqualTo(event("{e: 'expression'}"));
        assertThat(undone()).isEqualTo(List.of("p1"));
        assertThat(bench.failure(plan(parallel, BAD), "{}").members())
                .isEqualTo(Map.of("compensated", List.of("p1", "q1")));
    }

    @Test
    void ofTheLosersOfARaceHappensWhileTheRunGoesOnAndTheAnswerWaits() {
        ScriptedAnswers undoing = new ScriptedAnswers();
        bench.clients.does("undo", undoing::wait);
        String parallel = "{type: 'parallel', mode: 'any', branches: {p: [" + stage("p1") + ", {service: 's.slow'}],"
                + " q: [" + stage("q1") + "]}, transform: {won: true}}";
        bench.start(plan(parallel, "{service: 's.work', transform: {then: 1}}"), "{}");
        assertThat(bench.clients.called).containsExactly("work", "slow", "work", "undo", "work");
        assertThat(bench.outcomes).isEmpty();
        undoing.waiting.get(0).complete(event("{}"));
        assertThat(EngineBench.completed(bench.outcomes.get(0))).isEqualTo(event("{won: true, then: 1}"));
        assertThat(undone()).isEqualTo(List.of("p1"));
    }

    @Test
    void ofTheRunWaitsForThatOfItsBranches() {
        ScriptedAnswers undoing = new ScriptedAnswers();
        bench.clients.does("undo", undoing::wait);
        String parallel = "{type: 'parallel', mode: 'settled', branches: {p: [" + stage("p1") + ", " + BAD + "]}}";
        bench.start(plan(stage("a"), parallel, BAD), "{}");
        assertThat(undone()).isEqualTo(List.of("p1"));
        undoing.waiting.get(0).complete(event("{}"));
        assertThat(undone()).isEqualTo(List.of("p1", "a"));
        assertThat(bench.outcomes).isEmpty();
        undoing.waiting.get(1).fail(ScriptedFailures.http(500));
        assertThat(lastFailure().members().toString()).isEqualTo("{compensated=[p1], compensation_failed=[a]}");
    }

    @Test
    void ofItemsIsInTheOrderInWhichTheyFinished() {
        bench.clients.does("work", answers::wait);
        String map = "{type: 'map', items: [0, 1, 2], components: {name: 'm', service: 's.work', compensate:"
                + " {service: 's.undo', prepare: {undo: '{% item %}'}}}}";
        bench.start(plan(map, BAD), "{}");
        for (int finished : new int[] {1, 2, 0}) {
            answers.waiting.get(finished).complete(event("{}"));
        }
        assertThat(undone()).isEqualTo(List.of(0, 2, 1));
        assertThat(lastFailure().members()).isEqualTo(Map.of("compensated", List.of("m", "m", "m")));
    }

    @Test
    void ofBranchesInBranchesIsDoneByTheOuterOneThatIsLost() {
        String inner = "{type: 'parallel', branches: {i: [" + stage("i1") + "], j: [" + stage("j1")
                + ", {service: 's.slow'}]}}";
        String outer =
                "{type: 'parallel', branches: {o: [" + stage("o1") + ", " + inner + "]," + " b: {service: 's.other'}}}";
        bench.clients.does("other", answers::wait);
        bench.start(plan(outer), "{}");
        answers.waiting.getLast().fail(ScriptedFailures.http(500));
        assertThat(bench.clients.cancelled).isEqualTo(1);
        assertThat(undone()).isEqualTo(List.of("j1", "i1", "o1"));
        assertThat(lastFailure().members()).isEqualTo(Map.of("compensated", List.of("j1", "i1", "o1")));
    }

    @Test
    void ofALostBranchComesBeforeTheFinallyOfWhatItPlugs() {
        ScriptedPlan sub = plan(stage("in"), "{service: 's.slow'}").lastly("{service: 's.work', prepare: {last: 1}}");
        String parallel = "{type: 'parallel', branches: {p: [" + stage("p1") + ", {type: 'plug', pipeline: 'sub'}],"
                + " b: {service: 's.other'}}}";
        bench.clients.does("other", answers::wait);
        bench.start(plan(parallel).plugs("sub", sub), "{}");
        answers.waiting.get(0).fail(ScriptedFailures.http(500));
        assertThat(bench.clients.called).containsExactly("work", "work", "other", "slow", "undo", "undo", "work");
        assertThat(undone()).isEqualTo(List.of("in", "p1"));
        assertThat(bench.outcomes).hasSize(1);
    }

    @Test
    void afterACancelUndoesAllThatWasFinishedAndWhatIsUnderWay() {
        ScriptedPlan plan = plan(stage("a"), "{type: 'plug', pipeline: 'sub'}")
                .plugs("sub", plan(stage("in", "slow")).lastly("{service: 's.work', prepare: {last: 1}}"))
                .lastly("{service: 's.work', prepare: {last: 2}}");
        PlanRunner runner = bench.load(plan);
        Cancellable run = runner.run(event("{}"), RunOptions.NONE, bench.outcomes::addAll);
        runner.close();
        run.cancel();
        assertThat(bench.clients.cancelled).isEqualTo(1);
        assertThat(bench.clients.called).containsExactly("work", "slow", "undo", "undo", "work", "work");
        assertThat(undone()).isEqualTo(List.of("in", "a"));
        assertThat(bench.clients.calls.subList(4, 6)).isEqualTo(List.of(event("{last: 1}"), event("{last: 2}")));
        assertThat(bench.clients.closed).containsExactly("s");
        assertThat(bench.outcomes).isEmpty();
    }

    @Test
    void afterACancelUndoesWhatBranchesFinished() {
        String parallel = "{type: 'parallel', branches: {p: [" + stage("p1") + ", {service: 's.slow'}]," + " q: ["
                + stage("q1") + "]}}";
        bench.start(plan(stage("a"), parallel), "{}").cancel();
        assertThat(bench.clients.cancelled).isEqualTo(1);
        assertThat(undone()).isEqualTo(List.of("q1", "p1", "a"));
    }

    @Test
    void isNotStoppedByACancelButOnErrorIsNotPassedThen() {
        ScriptedAnswers undoing = new ScriptedAnswers();
        bench.clients.does("undo", undoing::wait).answers("other", event("{}"));
        ScriptedPlan plan = plan(stage("a"), stage("b"), BAD)
                .onError("{service: 's.other'}")
                .lastly("{service: 's.work', prepare: {last: 1}}");
        Cancellable run = bench.start(plan, "{}");
        run.cancel();
        undoing.waiting.get(0).complete(event("{}"));
        undoing.waiting.get(1).complete(event("{}"));
        assertThat(bench.clients.cancelled).isZero();
        assertThat(bench.clients.called).containsExactly("work", "work", "undo", "undo", "work");
        assertThat(bench.outcomes).isEmpty();
    }

    @Test
    void afterACancelWhileAPluggedPipelineIsUndoneReachesOutwards() {
        ScriptedAnswers undoing = new ScriptedAnswers();
        bench.clients.does("undo", undoing::wait);
        ScriptedPlan plan = plan(stage("a"), "{type: 'plug', pipeline: 'sub', catch: [{transform: {c: 1}}]}")
                .plugs("sub", plan(stage("in"), BAD).lastly("{service: 's.work', prepare: {last: 1}}"));
        Cancellable run = bench.start(plan, "{}");
        run.cancel();
        undoing.waiting.get(0).complete(event("{}"));
        assertThat(undone()).isEqualTo(List.of("in", "a"));
        undoing.waiting.get(1).complete(event("{}"));
        assertThat(bench.clients.called).containsExactly("work", "work", "undo", "undo", "work");
        assertThat(bench.outcomes).isEmpty();
    }

    @Test
    void undoesNothingFromBeforeASplit() {
        ScriptedPlan plan = plan(
                stage("a"),
                "{type: 'composer', events: '{% [1, 2].{\\\"n\\\": $} %}'}",
                stage("b"),
                "{type: 'raise', condition: '{% n = 2 %}', error: {type: 'two'}}");
        List<Outcome> outcomes = bench.all(plan, "{}");
        assertThat(EngineBench.failed(outcomes.get(1)).members()).isEqualTo(Map.of("compensated", List.of("b")));
        assertThat(undone()).isEqualTo(List.of("b"));
    }

    @Test
    void ofManyStagesTakesNoStack() throws InterruptedException {
        ScriptedPlan plan = plan(
                        "{transform: {n: '{% n + 1 %}'}}",
                        stage("a"), "{type: 'goto', to: 0, condition: '{% n < 20000 %}'}", BAD)
                .limits(new Limits(Duration.ofHours(1), 1, 10_000_000, 10_000_000, 1));
        PlanRunner runner = bench.load(plan);
        Runnable run = () -> {
            runner.run(event("{n: 0}"), RunOptions.NONE, bench.outcomes::addAll);
            bench.scheduler.runSoon();
        };
        Thread thread = new Thread(null, run, "small stack", 200_000);
        thread.start();
        thread.join();
        assertThat((List<?>) lastFailure().members().get("compensated")).hasSize(20_000);
    }
}
