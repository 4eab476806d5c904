package dev.krakenflow.engine.composition;

import static dev.krakenflow.engine.testing.EngineBench.completed;
import static dev.krakenflow.engine.testing.EngineBench.event;
import static dev.krakenflow.engine.testing.EngineBench.failed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.krakenflow.engine.testing.EngineBench;
import dev.krakenflow.engine.testing.ScriptedFailures;
import dev.krakenflow.engine.testing.ScriptedPlan;
import dev.krakenflow.failure.Failure;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Attempts and their pauses, in the time of an attempt, of a stage, of what is around that, and of the run. */
class RetryInStageTimeoutTest {
    private final EngineBench bench = new EngineBench();
    private final long start = bench.scheduler.nanoTime();

    @BeforeEach
    void repeatable() {
        bench.clients.repeatable().hangs("f");
    }

    @AfterEach
    void nothingIsLeft() {
        bench.assertNothingIsLeft();
    }

    private static ScriptedPlan plan(String stage, String function) {
        return ScriptedPlan.of("{name: 's', service: 's.f', transform: {r: '{% v %}'}" + stage + "}")
                .service(function);
    }

    private Failure failure() {
        assertThat(bench.outcomes).hasSize(1);
        return failed(bench.outcomes.get(0));
    }

    /** When each call must be answered, in milliseconds from the start. */
    private List<Long> deadlines() {
        return bench.clients.contexts.stream()
                .map(call -> Duration.ofNanos(call.deadlineNanos() - start).toMillis())
                .toList();
    }

    @Test
    void noAttemptBeginsWhenTheTimeOfTheStageIsOver() {
        bench.start(plan(", timeout: 'PT1S'", "{timeout: 'PT0.4S', retry: {delay: 'PT0.1S', backoff_rate: 1}}"), "{}");
        bench.pass(899);
        assertThat(bench.outcomes).isEmpty();
        bench.pass(1);
        assertThat(failure().code()).isEqualTo("timeout");
        assertThat(failure().detail())
                .isEqualTo("no time is left for another attempt, the last one failed with timeout");
        assertThat(failure().attempts()).isEqualTo(2);
    }

    @Test
    void theLastAttemptHasWhatIsLeftOfTheStage() {
        bench.start(
                plan(", timeout: 'PT1.3S'", "{timeout: 'PT0.5S', retry: {delay: 'PT0.1S', backoff_rate: 1}}"), "{}");
        bench.pass(1_300);
        assertThat(failure().detail()).isEqualTo("the stage was not done within 1300 ms");
        assertThat(failure().attempts()).isEqualTo(3);
        assertThat(deadlines()).containsExactly(500L, 1_100L, 1_300L);
    }

    @Test
    void theLastAttemptHasWhatIsLeftOfTheBudget() {
        bench.start(
                plan("", "{timeout: 'PT0.5S', retry: {delay: 'PT0.1S', backoff_rate: 1}}")
                        .timeout(Duration.ofMillis(1_300)),
                "{}");
        bench.pass(1_300);
        assertThat(failure().code()).isEqualTo("budget-exhausted");
        assertThat(failure().attempts()).isEqualTo(3);
        assertThat(deadlines()).containsExactly(500L, 1_100L, 1_300L);
    }

    @Test
    void whatTheServiceAsksForIsNotWaitedForLongerThanTheStageHas() {
        bench.clients.fails("f", ScriptedFailures.http(503, Map.of("retry-after", "2")));
        String caught = ", timeout: 'PT1S', catch: [{errors: ['timeout'], transform: {c: '{% $error.attempts %}'}}]";
        assertThat(bench.result(plan(caught, "{retry: {}}"), "{}")).isEqualTo(event("{c: 1}"));
    }

    @Test
    void aStageThatMaySucceedInTimeDoes() {
        bench.clients.does("f", ScriptedFailures.then(event("{v: 1}"), ScriptedFailures.http(503)));
        bench.start(plan(", timeout: 'PT0.2S', retry: {delay: 'PT0.199S'}", "{}"), "{}");
        bench.pass(199);
        assertThat(completed(bench.outcomes.get(0))).isEqualTo(event("{r: 1}"));
    }

    @Test
    void theTimeOfAPlugAroundCutsTheAttemptsShort() {
        ScriptedPlan sub = plan("", "{timeout: 'PT0.4S', retry: {max_attempts: 9, delay: 'PT0.1S', backoff_rate: 1}}");
        bench.start(
                ScriptedPlan.of("{name: 'p', type: 'plug', pipeline: 'sub', timeout: 'PT1.1S'}")
                        .plugs("sub", sub),
                "{}");
        bench.pass(1_100);
        assertThat(failure().code()).isEqualTo("timeout");
        assertThat(failure().place().component()).isEqualTo("p");
        assertThat(deadlines()).containsExactly(400L, 900L, 1_100L);
    }

    @Test
    void theTimeOfAMapAroundCutsTheAttemptsOfAllItsItemsShort() {
        bench.start(
                ScriptedPlan.of("{name: 'm', type: 'map', items: [1, 2], timeout: 'PT0.7S', components:"
                                + " {service: 's.f'}}")
                        .service("{timeout: 'PT0.4S', retry: {max_attempts: 9, delay: 'PT0.1S'}}"),
                "{}");
        bench.pass(700);
        assertThat(failure().place().component()).isEqualTo("m");
        assertThat(deadlines()).containsExactly(400L, 400L, 700L, 700L);
        assertThat(bench.clients.cancelled).isEqualTo(4);
    }

    @Test
    void theErrorSectionIsForTheAttemptsButNotForTheTimeOfTheStage() {
        bench.start(plan(", timeout: 'PT5S'", "{timeout: 'PT0.1S', retry: {}, error: {v: 'sorry'}}"), "{}");
        bench.pass(5_000);
        assertThat(completed(bench.outcomes.get(0))).isEqualTo(event("{r: 'sorry'}"));
        bench.outcomes.clear();
        bench.start(plan(", timeout: 'PT0.2S'", "{timeout: 'PT0.1S', retry: {}, error: {v: 'sorry'}}"), "{}");
        bench.pass(200);
        assertThat(failure().code()).isEqualTo("timeout");
    }

    @Test
    void theConditionSeesWhichTimeWasOver() {
        String retry = ", retry: {on: ['*'], when: '{% $error.code = \\\"timeout\\\" %}'}";
        bench.start(plan(retry, "{timeout: 'PT0.1S'}"), "{}");
        bench.pass(10_000);
        assertThat(failure().attempts()).isEqualTo(3);
    }
}
