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
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FinallyTest {
    private static final String BAD = "{name: 'bad', transform: {x: '{% 1 + \\\"a\\\" %}'}}";
    private static final String CLEAN =
            "{name: 'clean', service: 's.clean', prepare: {e: '{% $error.code %}', event: '{% $ %}'}}";

    private final EngineBench bench = new EngineBench();
    private final ScriptedAnswers answers = new ScriptedAnswers();

    @BeforeEach
    void cleanAndWork() {
        bench.clients.answers("clean", event("{}")).does("work", answers::wait);
    }

    private static ScriptedPlan plan(String... components) {
        return ScriptedPlan.of(components).functions("clean", "work", "slow").lastly(CLEAN);
    }

    private void cleanedWith(String... args) {
        assertThat(bench.clients.calls)
                .isEqualTo(List.of(args).stream().map(EngineBench::event).toList());
    }

    @Test
    void runsAfterASuccessOnTheEventThatItEndedWithAndChangesNothing() {
        assertThat(bench.result(plan("{transform: {y: 2}}"), "{x: 1}")).isEqualTo(event("{x: 1, y: 2}"));
        cleanedWith("{event: {x: 1, y: 2}}");
    }

    @Test
    void runsAfterAFailureOnTheEventAsItEnteredTheFailedComponent() {
        assertThat(bench.failure(plan("{transform: {y: 2}}", BAD), "{x: 1}").code())
                .isEqualTo("expression");
        cleanedWith("{e: 'expression', event: {x: 1, y: 2}}");
    }

    @Test
    void runsAfterADeadEndOnTheEventAsItEntered() {
        assertThat(bench.run(plan("{transform: {y: 2}}", "{type: 'dead-end'}"), "{}"))
                .isInstanceOf(Outcome.Ended.class);
        cleanedWith("{event: {y: 2}}");
    }

    @Test
    void runsBehindOnErrorWithoutTheFailureThatIsHandled() {
        assertThat(bench.result(plan(BAD).onError("{transform: {h: 1}}"), "{}")).isEqualTo(event("{h: 1}"));
        cleanedWith("{event: {h: 1}}");
    }

    @Test
    void runsBehindAnOnErrorThatFails() {
        ScriptedPlan plan = plan(BAD).onError("{type: 'raise', error: {type: 'sorry'}}");
        assertThat(bench.failure(plan, "{}").code()).isEqualTo("sorry");
        cleanedWith("{e: 'sorry', event: {}}");
    }

    @Test
    void runsAfterTheBudgetWithATimeOfItsOwn() {
        bench.clients.does("clean", answers::wait);
        bench.start(plan("{service: 's.work'}").timeout(Duration.ofSeconds(1)), "{x: 1}");
        bench.scheduler.pass(Duration.ofMillis(1_900));
        assertThat(bench.clients.called).containsExactly("work", "clean");
        assertThat(bench.outcomes).isEmpty();
        answers.waiting.get(1).complete(event("{}"));
        assertThat(EngineBench.failed(bench.outcomes.get(0)).code()).isEqualTo("budget-exhausted");
        assertThat(bench.log.inFinally).isEmpty();
    }

    @Test
    void isGivenUpAfterItsTime() {
        bench.clients.hangs("clean");
        ScriptedPlan plan = plan("{transform: {y: 1}}").lastly(Duration.ofMillis(300), CLEAN);
        bench.start(plan, "{}");
        bench.scheduler.pass(Duration.ofMillis(299));
        assertThat(bench.outcomes).isEmpty();
        bench.scheduler.pass(Duration.ofMillis(1));
        assertThat(EngineBench.completed(bench.outcomes.get(0))).isEqualTo(event("{y: 1}"));
        assertThat(bench.clients.cancelled).isEqualTo(1);
        Failure told = bench.log.inFinally.get(0);
        assertThat(told.code()).isEqualTo("timeout");
        assertThat(told.detail()).isEqualTo("finally was not done within 300 ms");
        assertThat(told.place().component()).isEqualTo("clean");
        assertThat(told.place().pipeline()).isEqualTo("pipe");
    }

    @Test
    void aFailureInItIsToldToTheLogAlone() {
        bench.clients.fails("clean", ScriptedFailures.http(500));
        assertThat(bench.result(plan("{transform: {y: 1}}"), "{}")).isEqualTo(event("{y: 1}"));
        assertThat(bench.log.inFinally).singleElement().matches(it -> it.code().equals("http.500"));
        assertThat(bench.failure(plan(BAD), "{}").code()).isEqualTo("expression");
        assertThat(bench.log.inFinally).hasSize(2);
    }

    @Test
    void canCatchItsFailuresAndStopAnywhere() {
        bench.clients.fails("clean", ScriptedFailures.http(500));
        ScriptedPlan plan = plan("{}")
                .lastly(
                        CLEAN.replace("}}", "}, catch: [{transform: {c: '{% $error.code %}'}}]}"),
                        "{service: 's.slow', prepare: {c: '{% c %}'}}",
                        "{type: 'dead-end'}",
                        "{service: 's.slow'}");
        bench.clients.answers("slow", event("{}"));
        assertThat(bench.result(plan, "{}")).isEqualTo(event("{}"));
        assertThat(bench.clients.called).containsExactly("clean", "slow");
        assertThat(bench.clients.calls.get(1)).isEqualTo(event("{c: 'http.500'}"));
        assertThat(bench.log.inFinally).isEmpty();
    }

    @Test
    void runsOnceForAllEventsOfAComposerOnTheOneThatCameIn() {
        ScriptedPlan plan = plan(
                "{transform: {y: 1}}",
                "{type: 'composer', events: '{% [1, 2, 3].{\\\"n\\\": $} %}'}",
                "{type: 'raise', condition: '{% n = 2 %}', error: {type: 'two'}}");
        assertThat(bench.results(plan, "{x: 1}")).containsExactly(event("{n: 1}"), "two", event("{n: 3}"));
        cleanedWith("{e: 'two', event: {x: 1}}");
    }

    @Test
    void runsAfterAComposerThatMakesNothing() {
        assertThat(bench.results(plan("{type: 'composer', events: '{% [] %}'}"), "{x: 1}"))
                .isEmpty();
        cleanedWith("{event: {x: 1}}");
    }

    @Test
    void runsForEachEventOfACall() {
        PlanRunner runner = bench.load(plan("{transform: {y: '{% x %}'}}"));
        runner.call(List.of(event("{x: 1}"), event("{x: 2}")), RunOptions.NONE)
                .subscribe()
                .with(outcomes -> outcomes.forEach(bench.outcomes::addAll));
        assertThat(EngineBench.results(bench.outcomes)).containsExactly(event("{x: 1, y: 1}"), event("{x: 2, y: 2}"));
        cleanedWith("{event: {x: 1, y: 1}}", "{event: {x: 2, y: 2}}");
    }

    @Test
    void runsForAnEventThatMayNotEnterButNotForWhatIsNone() {
        ScriptedPlan plan = plan("{}").input("{type: 'object', required: ['x']}");
        assertThat(bench.failure(plan, "{y: 1}").code()).isEqualTo("invalid-input");
        cleanedWith("{e: 'invalid-input', event: {y: 1}}");
        bench.start(plan.build(), 5, RunOptions.NONE);
        assertThat(bench.clients.calls).hasSize(1);
        assertThat(EngineBench.failed(bench.outcomes.getLast()).code()).isEqualTo("invalid-event");
    }

    @Test
    void runsAfterAResultThatDoesNotMatch() {
        ScriptedPlan plan = plan("{transform: {y: 9}}").output("{type: 'object', properties: {y: {maximum: 5}}}");
        assertThat(bench.failure(plan, "{}").code()).isEqualTo("invalid-output");
        cleanedWith("{e: 'invalid-output', event: {y: 9}}");
    }

    @Test
    void runsHoweverManyComponentsCameBefore() {
        ScriptedPlan plan = plan("{type: 'goto', to: 0}").limits(new Limits(Duration.ofMinutes(1), 1, 5, 5, 1));
        assertThat(bench.failure(plan, "{}").code()).isEqualTo("loop-limit");
        cleanedWith("{e: 'loop-limit', event: {}}");
    }

    @Test
    void isBoundedItself() {
        ScriptedPlan plan =
                plan("{}").lastly("{type: 'goto', to: 0}").limits(new Limits(Duration.ofMinutes(1), 1, 5, 5, 1));
        assertThat(bench.result(plan, "{}")).isEqualTo(event("{}"));
        assertThat(bench.log.inFinally).singleElement().matches(it -> it.code().equals("loop-limit"));
    }

    @Test
    void runsAfterACancelAndHoldsThePlanUntilThen() {
        bench.clients.does("clean", answers::wait);
        PlanRunner runner = bench.load(plan("{transform: {y: 1}}", "{service: 's.work'}"));
        Cancellable run = runner.run(event("{x: 1}"), RunOptions.NONE, bench.outcomes::addAll);
        runner.close();
        run.cancel();
        assertThat(bench.clients.cancelled).isEqualTo(1);
        assertThat(bench.clients.calls.get(1)).isEqualTo(event("{event: {x: 1, y: 1}}"));
        assertThat(bench.clients.closed).isEmpty();
        answers.waiting.get(1).complete(event("{}"));
        assertThat(bench.clients.closed).containsExactly("s");
        assertThat(bench.outcomes).isEmpty();
    }

    @Test
    void isNotStoppedByACancelAndRunsOnce() {
        bench.clients.does("clean", answers::wait);
        ScriptedPlan plan = plan("{transform: {y: 1}}")
                .lastly("{service: 's.clean'}", "{type: 'parallel', branches: {a: {service: 's.clean'}}}");
        Cancellable run = bench.start(plan, "{}");
        run.cancel();
        run.cancel();
        answers.waiting.get(0).complete(event("{}"));
        answers.waiting.get(1).complete(event("{}"));
        assertThat(bench.clients.called).containsExactly("clean", "clean");
        assertThat(bench.clients.cancelled).isZero();
        assertThat(bench.outcomes).isEmpty();
    }

    @Test
    void ofACancelledPathThatHasNotBegunRunsToo() {
        ScriptedPlan plan = plan("{type: 'composer', events: '{% [1, 2].{\\\"n\\\": $} %}'}", "{service: 's.work'}")
                .concurrency(1);
        Cancellable run = bench.start(plan, "{x: 1}");
        assertThat(bench.clients.called).containsExactly("work");
        run.cancel();
        assertThat(bench.clients.called).containsExactly("work", "clean");
        assertThat(bench.clients.calls.get(1)).isEqualTo(event("{event: {x: 1}}"));
    }

    @Test
    void ofAPluggedPipelineRunsBeforeItsResultComesOut() {
        bench.clients.does("clean", answers::wait);
        ScriptedPlan sub = plan("{transform: {y: 2}}");
        ScriptedPlan plan = ScriptedPlan.of("{type: 'plug', pipeline: 'sub', transform: {r: '{% y %}'}}")
                .plugs("sub", sub);
        bench.start(plan, "{x: 1}");
        assertThat(bench.outcomes).isEmpty();
        answers.waiting.get(0).complete(event("{}"));
        assertThat(EngineBench.completed(bench.outcomes.get(0))).isEqualTo(event("{x: 1, r: 2}"));
        cleanedWith("{event: {x: 1, y: 2}}");
    }

    @Test
    void ofAPluggedPipelineRunsOnceForAllThatComesOut() {
        ScriptedPlan sub = plan(
                "{type: 'composer', events: '{% [1, 2, 3].{\\\"n\\\": $} %}'}",
                "{type: 'raise', condition: '{% n = 2 %}', error: {type: 'two'}}");
        ScriptedPlan plan = ScriptedPlan.of(
                        "{type: 'plug', pipeline: 'sub', transform: {n: '{% n %}'}}",
                        "{service: 's.slow', prepare: {n: '{% n %}'}}")
                .plugs("sub", sub)
                .concurrency(1);
        bench.clients.answers("slow", event("{}"));
        assertThat(bench.results(plan, "{x: 1}")).containsExactly(event("{x: 1, n: 1}"), "two", event("{x: 1, n: 3}"));
        assertThat(bench.clients.called).containsExactly("slow", "clean", "slow");
        assertThat(bench.clients.calls.get(1)).isEqualTo(event("{e: 'two', event: {x: 1}}"));
    }

    @Test
    void ofPipelinesInEachOtherRunFromTheInsideOut() {
        for (String end : List.of("{type: 'dead-end'}", BAD, "{service: 's.work'}")) {
            EngineBench fresh = new EngineBench();
            fresh.clients.answers("clean", event("{}")).hangs("work");
            ScriptedPlan sub = plan("{transform: {y: 2}}", end);
            ScriptedPlan plan =
                    plan("{type: 'plug', pipeline: 'sub', prepare: {z: 1}}").plugs("sub", sub);
            fresh.start(plan, "{x: 1}").cancel();
            List<Object> cleaned = fresh.clients.calls.stream()
                    .map(it -> ((Map<?, ?>) it).get("event"))
                    .filter(Objects::nonNull)
                    .map(Object.class::cast)
                    .toList();
            assertThat(cleaned).isEqualTo(List.of(event("{z: 1, y: 2}"), event("{x: 1}")));
        }
    }

    @Test
    void showsInTheHistory() {
        List<Map<String, Object>> history = bench.run(
                        plan("{name: 'a'}", BAD), "{}", new RunOptions(true, Long.MAX_VALUE, Map.of(), null))
                .history();
        assertThat(history).extracting(it -> it.get("component")).containsExactly("a", "bad", "clean");
    }

    @Test
    void takesNoStackInALoopOfPlugs() throws InterruptedException {
        ScriptedPlan sub = ScriptedPlan.of("{transform: {y: '{% x + 1 %}'}}").lastly("{type: 'tbd'}");
        ScriptedPlan plan = ScriptedPlan.of(
                        "{type: 'plug', pipeline: 'sub', transform: {x: '{% y %}'}}",
                        "{type: 'goto', to: 0, condition: '{% x < 50000 %}'}")
                .plugs("sub", sub)
                .limits(new Limits(Duration.ofHours(1), 1, 10_000_000, 10_000_000, 1));
        PlanRunner runner = bench.load(plan);
        Runnable run = () -> {
            runner.run(event("{x: 0}"), RunOptions.NONE, bench.outcomes::addAll);
            bench.scheduler.runSoon();
        };
        Thread thread = new Thread(null, run, "small stack", 200_000);
        thread.start();
        thread.join();
        assertThat(EngineBench.results(bench.outcomes)).containsExactly(event("{x: 50000}"));
    }
}
