package dev.krakenflow.engine;

import static dev.krakenflow.engine.testing.EngineBench.event;
import static org.assertj.core.api.Assertions.assertThat;

import dev.krakenflow.engine.testing.EngineBench;
import dev.krakenflow.engine.testing.ScriptedAnswers;
import dev.krakenflow.engine.testing.ScriptedPlan;
import dev.krakenflow.failure.Failure;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TimeoutTest {
    private final EngineBench bench = new EngineBench();
    private final ScriptedAnswers answers = new ScriptedAnswers();

    @BeforeEach
    void waitForAnswers() {
        bench.clients.does("f", answers::wait);
    }

    private static ScriptedPlan plan(String stage, String function) {
        return ScriptedPlan.of("{name: 's', service: 's.f', transform: {r: '{% $ %}'}" + stage + "}")
                .service("{" + function + "}");
    }

    private Failure onlyFailure() {
        assertThat(bench.outcomes).hasSize(1);
        return EngineBench.failed(bench.outcomes.get(0));
    }

    @Test
    void endsAnAttemptAfterTheTimeoutOfTheFunction() {
        bench.start(plan("", "timeout: 'PT0.2S'"), "{}");
        bench.scheduler.pass(Duration.ofMillis(199));
        assertThat(bench.outcomes).isEmpty();
        bench.scheduler.pass(Duration.ofMillis(1));
        Failure failure = onlyFailure();
        assertThat(failure.code()).isEqualTo("timeout");
        assertThat(failure.status()).isEqualTo(504);
        assertThat(failure.place().step()).isEqualTo("call");
        assertThat(failure.place().component()).isEqualTo("s");
        assertThat(failure.attempts()).isEqualTo(1);
        assertThat(failure.detail()).isEqualTo("the service did not answer within 200 ms");
        assertThat(bench.clients.cancelled).isEqualTo(1);
    }

    @Test
    void aTimeoutOfTheFunctionGoesToItsErrorSection() {
        bench.start(plan("", "timeout: 'PT0.2S', error: {code: '{% $error.code %}'}"), "{}");
        bench.scheduler.pass(Duration.ofMillis(200));
        assertThat(EngineBench.completed(bench.outcomes.get(0))).isEqualTo(event("{r: {code: 'timeout'}}"));
    }

    @Test
    void anAttemptThatTheBudgetCutsShortIsABudgetThatIsUsedUp() {
        bench.start(plan("", "timeout: 'PT10S', error: {e: 1}").timeout(Duration.ofSeconds(5)), "{}");
        bench.scheduler.pass(Duration.ofSeconds(5));
        Failure failure = onlyFailure();
        assertThat(failure.code()).isEqualTo("budget-exhausted");
        assertThat(failure.place().component()).isEqualTo("s");
        assertThat(failure.place().step()).isEqualTo("call");
        assertThat(bench.clients.cancelled).isEqualTo(1);
    }

    @Test
    void theCallersDeadlineCutsAnAttemptShortToo() {
        long deadline = bench.scheduler.nanoTime() + Duration.ofSeconds(1).toNanos();
        bench.start(plan("", "").build(), event("{}"), new RunOptions(false, deadline, Map.of(), null));
        bench.scheduler.pass(Duration.ofSeconds(1));
        assertThat(onlyFailure().code()).isEqualTo("budget-exhausted");
    }

    @Test
    void endsAStageAfterItsOwnTimeoutWithoutItsErrorSection() {
        bench.start(plan(", timeout: 'PT0.1S'", "error: {e: 1}"), "{}");
        bench.scheduler.pass(Duration.ofMillis(100));
        Failure failure = onlyFailure();
        assertThat(failure.code()).isEqualTo("timeout");
        assertThat(failure.place().component()).isEqualTo("s");
        assertThat(failure.detail()).isEqualTo("the stage was not done within 100 ms");
    }

    @Test
    void theTimeoutOfAStageEndsWithTheStage() {
        ScriptedPlan plan = ScriptedPlan.of("{service: 's.f', timeout: 'PT0.1S'}", "{service: 's.f'}")
                .service("{}");
        bench.start(plan, "{}");
        answers.waiting.get(0).complete(event("{}"));
        bench.scheduler.pass(Duration.ofSeconds(5));
        assertThat(bench.outcomes).isEmpty();
        answers.waiting.get(1).complete(event("{}"));
        assertThat(bench.outcomes).hasSize(1);
    }

    @Test
    void tellsTheClientWhenTheAttemptEnds() {
        long now = bench.scheduler.nanoTime();
        bench.start(plan("", "timeout: 'PT0.2S'"), "{}");
        assertThat(bench.clients.contexts.get(0).deadlineNanos())
                .isEqualTo(now + Duration.ofMillis(200).toNanos());
    }

    @Test
    void leavesNoTimerBehindAnAnswer() {
        bench.start(plan("", ""), "{}");
        assertThat(bench.scheduler.timers()).isEqualTo(1);
        answers.waiting.get(0).complete(event("{}"));
        assertThat(bench.outcomes).hasSize(1);
        assertThat(bench.scheduler.timers()).isZero();
    }

    @Test
    void setsNoTimerForAClientThatAnswersAtOnce() {
        bench.clients.answers("f", event("{}"));
        bench.run(plan("", ""), "{}");
        assertThat(bench.scheduler.timersSet()).isZero();
    }

    @Test
    void anAnswerAfterTheTimeoutIsForgotten() {
        bench.start(plan("", "timeout: 'PT0.2S'"), "{}");
        bench.scheduler.pass(Duration.ofMillis(200));
        answers.waiting.get(0).complete(event("{}"));
        answers.waiting.get(0).fail(new IllegalStateException());
        assertThat(bench.outcomes).hasSize(1);
        assertThat(bench.log.failures).isEmpty();
    }

    @Test
    void doesNotCallWhenNothingOfTheBudgetIsLeft() {
        bench.scheduler.passPerLook(Duration.ofSeconds(40));
        Failure failure = bench.failure(plan("", ""), "{}");
        assertThat(failure.code()).isEqualTo("budget-exhausted");
        assertThat(bench.clients.calls).isEmpty();
    }
}
