package dev.krakenflow.engine.composition;

import static dev.krakenflow.engine.testing.EngineBench.completed;
import static dev.krakenflow.engine.testing.EngineBench.event;
import static dev.krakenflow.engine.testing.EngineBench.failed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.krakenflow.engine.RunOptions;
import dev.krakenflow.engine.testing.EngineBench;
import dev.krakenflow.engine.testing.ScriptedAnswers;
import dev.krakenflow.engine.testing.ScriptedFailures;
import dev.krakenflow.engine.testing.ScriptedPlan;
import io.smallrye.mutiny.subscription.Cancellable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a pipeline does with failures and at last, when these come out of policies, and use policies themselves. */
class OnErrorWithOthersTest {
    private static final String TELL = "{transform: {e: '{% $error.code %}', n: '{% $error.attempts %}'}}";

    private final EngineBench bench = new EngineBench();
    private final ScriptedAnswers answers = new ScriptedAnswers();

    @BeforeEach
    void answer() {
        bench.clients.repeatable().answers("f", event("{v: 1}")).answers("g", Map.of());
    }

    @AfterEach
    void nothingIsLeft() {
        bench.assertNothingIsLeft();
    }

    /** Function {@code f} has what is given, {@code g} nothing. */
    private static ScriptedPlan plan(String function, String... components) {
        return ScriptedPlan.of(components).services("{s: {interface: {f: " + function + ", g: {}}}}");
    }

    private Map<String, Object> result() {
        assertThat(bench.outcomes).hasSize(1);
        return completed(bench.outcomes.get(0));
    }

    @Test
    void seesTheLastAttempt() {
        bench.clients.fails("f", ScriptedFailures.http(503));
        bench.start(plan("{retry: {}}", "{service: 's.f'}").onError(TELL), "{}");
        bench.pass(1_000);
        assertThat(result()).isEqualTo(event("{e: 'http.503', n: 3}"));
    }

    @Test
    void seesWhoseTimeWasOver() {
        bench.clients.hangs("f");
        String tell = "{transform: {e: '{% $error.component %}'}}";
        bench.start(plan("{}", "{name: 's', service: 's.f', timeout: 'PT1S'}").onError(tell), "{}");
        bench.start(
                plan("{}", "{name: 'm', type: 'map', items: [1], timeout: 'PT1S', components: {service: 's.f'}}")
                        .onError(tell),
                "{}");
        bench.pass(1_000);
        assertThat(EngineBench.results(bench.outcomes)).containsExactly(event("{e: 's'}"), event("{e: 'm'}"));
    }

    @Test
    void isNotPassedWhenTheTimeOfThePlugAroundIsOver() {
        bench.clients.hangs("f");
        ScriptedPlan sub = plan("{}", "{service: 's.f'}").onError("{service: 's.g'}");
        ScriptedPlan plan = ScriptedPlan.of("{name: 'p', type: 'plug', pipeline: 'sub', timeout: 'PT1S'}")
                .plugs("sub", sub)
                .onError("{transform: {e: '{% $error.component %}'}}");
        bench.start(plan, "{}");
        bench.pass(1_000);
        assertThat(result()).isEqualTo(event("{e: 'p'}"));
        assertThat(bench.clients.called).containsExactly("f");
    }

    @Test
    void mayTryAgainWithAPolicyOfItsOwn() {
        bench.clients.does("f", ScriptedFailures.then(event("{v: 1}"), failure(), failure(), failure()));
        ScriptedPlan plan = plan("{}", "{service: 's.f'}")
                .onError("{service: 's.f', retry: {delay: 'PT0.1S'}, transform: {r: '{% v %}'}}");
        bench.start(plan, "{}");
        bench.pass(300);
        assertThat(result()).isEqualTo(event("{r: 1}"));
    }

    @Test
    void fansOut() {
        ScriptedPlan plan = plan("{}", "{type: 'raise', error: {type: 'no'}}")
                .onError(
                        "{type: 'map', items: [1, 2], components: {service: 's.g', prepare: {e: '{% $error.code %}'}}}",
                        "{transform: {e: '{% $error.code %}'}}");
        assertThat(bench.result(plan, "{}")).isEqualTo(event("{e: 'no'}"));
        assertThat(bench.clients.calls).isEqualTo(List.of(event("{e: 'no'}"), event("{e: 'no'}")));
    }

    @Test
    void catchesAndGoesRound() {
        bench.clients.does("f", ScriptedFailures.then(event("{v: 1}"), failure(), failure(), failure()));
        ScriptedPlan plan = plan("{}", "{service: 's.f'}")
                .onError("{service: 's.f', transform: {r: '{% v %}'}, catch: [{goto: 0}]}");
        assertThat(bench.result(plan, "{}")).isEqualTo(event("{r: 1}"));
        assertThat(bench.clients.called).hasSize(4);
    }

    @Test
    void handlesWhatAnItemFailedWithOnTheEventThatEnteredTheMap() {
        ScriptedPlan plan = plan(
                        "{}",
                        "{transform: {a: 1}}",
                        "{type: 'map', items: [1], components: [{transform: {b: 1}}, {type: 'raise', error: {type: 'no'}}]}")
                .onError(TELL);
        assertThat(bench.result(plan, "{}")).isEqualTo(event("{a: 1, e: 'no'}"));
    }

    @Test
    void handlesEveryEventOfAListAndFinallyComesForEach() {
        ScriptedPlan plan = plan("{}", "{type: 'raise', condition: '{% i = 2 %}', error: {type: 'two'}}")
                .onError(TELL)
                .lastly("{service: 's.g', prepare: {i: '{% i %}', e: '{% e %}'}}");
        List<Object> results = new ArrayList<>();
        bench.load(plan)
                .call(List.of(event("{i: 1}"), event("{i: 2}"), event("{i: 3}")), RunOptions.NONE)
                .subscribe()
                .with(all -> all.forEach(it -> results.addAll(EngineBench.results(it))));
        assertThat(results).isEqualTo(List.of(event("{i: 1}"), event("{i: 2, e: 'two'}"), event("{i: 3}")));
        assertThat(bench.clients.calls).isEqualTo(List.of(event("{i: 1}"), event("{i: 2, e: 'two'}"), event("{i: 3}")));
    }

    @Test
    void ofEventsOfAComposerHandlesEachAndFinallyComesOnce() {
        ScriptedPlan plan = plan(
                        "{}",
                        "{type: 'composer', events: '{% [1, 2].{\\\"n\\\": $} %}'}",
                        "{type: 'raise', condition: '{% n = 1 %}', error: {type: 'one'}}")
                .onError(TELL)
                .lastly("{service: 's.g', prepare: {x: '{% x %}'}}");
        assertThat(bench.results(plan, "{x: 1}")).containsExactly(event("{n: 1, e: 'one'}"), event("{n: 2}"));
        assertThat(bench.clients.calls).isEqualTo(List.of(event("{x: 1}")));
    }

    @Test
    void aPipelineThatIsPluggedInBranchesHandlesEachFailure() {
        ScriptedPlan sub =
                plan("{}", "{type: 'raise', error: {type: 'no'}}").onError(TELL).lastly("{service: 's.g'}");
        String plug = "{type: 'plug', pipeline: 'sub', transform: {X: '{% e %}'}}";
        ScriptedPlan plan = plan(
                        "{}",
                        "{type: 'parallel', branches: {a: " + plug.replace("X", "a") + ", b: " + plug.replace("X", "b")
                                + "}}")
                .plugs("sub", sub);
        assertThat(bench.result(plan, "{}")).isEqualTo(event("{a: 'no', b: 'no'}"));
        assertThat(bench.clients.called).containsExactly("g", "g");
    }

    @Test
    void finallyOfALosingBranchComesBeforeTheAnswerButNotBeforeTheRunGoesOn() {
        bench.clients.hangs("f").does("g", answers::wait);
        ScriptedPlan sub = plan("{}", "{service: 's.f'}").lastly("{service: 's.g'}");
        ScriptedPlan plan = plan(
                        "{}",
                        "{type: 'parallel', mode: 'any', branches: {a: {type: 'plug', pipeline: 'sub'}, b: {}}}",
                        "{service: 's.g', prepare: {behind: 1}}")
                .plugs("sub", sub);
        bench.start(plan, "{}");
        assertThat(bench.clients.called).containsExactly("f", "g", "g");
        answers.waiting.get(1).complete(Map.of());
        assertThat(bench.outcomes).isEmpty();
        answers.waiting.get(0).complete(Map.of());
        assertThat(bench.outcomes).hasSize(1);
    }

    @Test
    void finallyHasItsOwnRetriesAndTime() {
        bench.clients.fails("f", ScriptedFailures.http(503));
        ScriptedPlan plan = plan("{retry: {max_attempts: 9, delay: 'PT0.2S', backoff_rate: 1}}", "{}")
                .lastly(Duration.ofMillis(500), "{service: 's.f'}")
                .timeout(Duration.ofMillis(100));
        bench.start(plan, "{}");
        bench.pass(400);
        assertThat(result()).isEqualTo(event("{}"));
        assertThat(bench.clients.called).hasSize(3);
        assertThat(bench.log.inFinally).singleElement().matches(it -> it.code().equals("timeout"));
    }

    @Test
    void finallyCatchesAndUndoesForItself() {
        ScriptedPlan plan = plan("{}", "{transform: {a: 1}}")
                .lastly("{compensate: {service: 's.g', prepare: {undo: 1}}}", "{type: 'raise', error: {type: 'no'}}");
        assertThat(bench.result(plan, "{}")).isEqualTo(event("{a: 1}"));
        assertThat(bench.log.inFinally).singleElement().matches(it -> it.code().equals("no"));
        assertThat(bench.clients.calls).isEqualTo(List.of(event("{undo: 1}")));
    }

    @Test
    void whatARunFinishedIsNotUndoneBecauseOnErrorMadeAnAnswer() {
        ScriptedPlan plan = plan(
                        "{}",
                        "{name: 'a', compensate: {service: 's.g', prepare: {undo: '{% $context.component %}'}}}",
                        "{type: 'raise', error: {type: 'no'}}")
                .onError("{name: 'b', compensate: {service: 's.g', prepare: {undo: '{% $context.component %}'}}}");
        assertThat(bench.result(plan, "{}")).isEqualTo(event("{}"));
        assertThat(bench.clients.calls).isEqualTo(List.of(event("{undo: 'a'}")));
    }

    @Test
    void aPluggedPipelineWhoseOnErrorAnsweredIsUndoneWithWhatThatFinished() {
        String undone = "{name: 'N', compensate: {service: 's.g', prepare: {undo: 'N'}}}";
        ScriptedPlan sub = plan("{}", undone.replace("N", "a"), "{type: 'raise', error: {type: 'no'}}")
                .onError(undone.replace("N", "b"));
        ScriptedPlan plan = plan("{}", "{type: 'plug', pipeline: 'sub'}", "{type: 'raise', error: {type: 'later'}}")
                .plugs("sub", sub);
        assertThat(bench.failure(plan, "{}").members()).containsEntry("compensated", List.of("a", "b"));
    }

    @Test
    void aCancelInOnErrorUndoesWhatThatFinishedAndEndsWithFinally() {
        bench.clients.hangs("f");
        String undone = "{compensate: {service: 's.g', prepare: {undo: 1}}}";
        ScriptedPlan plan = plan("{}", "{type: 'raise', error: {type: 'no'}}")
                .onError(undone, "{service: 's.f'}")
                .lastly("{service: 's.g', prepare: {last: '{% $exists($error.code) %}'}}");
        Cancellable run = bench.start(plan, "{}");
        run.cancel();
        assertThat(bench.clients.calls).isEqualTo(List.of(Map.of(), event("{undo: 1}"), event("{last: false}")));
        assertThat(bench.clients.cancelled).isEqualTo(1);
    }

    @Test
    void anOpenCircuitIsHandledWithWhatIsKept() {
        bench.clients.answers("f", event("{v: 1}"));
        String function = "{circuit_breaker: {request_volume_threshold: 1}}";
        bench.clients.fails("f", ScriptedFailures.http(500));
        ScriptedPlan plan = ScriptedPlan.of("{service: 's.f'}")
                .services("{s: {interface: {f: " + function + ", g: {cache: {}}}}}")
                .onError("{service: 's.g', transform: {e: '{% $error.code %}'}}");
        assertThat(bench.result(plan, "{}")).isEqualTo(event("{e: 'http.500'}"));
        assertThat(bench.result(plan, "{}")).isEqualTo(event("{e: 'circuit-open'}"));
        assertThat(bench.clients.called).containsExactly("f", "g");
    }

    @Test
    void aRaiseInItIsTheFailureWithItsOwnStatusAndFinallySeesThat() {
        ScriptedPlan plan = plan("{}", "{type: 'raise', error: {type: 'no', status: 500}}")
                .onError("{type: 'raise', error: {type: 'sorry', status: 409, detail: '{% $error.code %}'}}")
                .lastly("{service: 's.g', prepare: {e: '{% $error.[code, detail] %}'}}");
        assertThat(failed(bench.run(plan, "{}")).status()).isEqualTo(409);
        assertThat(bench.clients.calls).isEqualTo(List.of(event("{e: ['sorry', 'no']}")));
    }

    private static Throwable failure() {
        return ScriptedFailures.http(503);
    }
}
