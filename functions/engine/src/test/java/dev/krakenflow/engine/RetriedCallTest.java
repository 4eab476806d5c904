package dev.krakenflow.engine;

import static dev.krakenflow.engine.testing.EngineBench.completed;
import static dev.krakenflow.engine.testing.EngineBench.event;
import static dev.krakenflow.engine.testing.EngineBench.failed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.krakenflow.engine.client.ClientException;
import dev.krakenflow.engine.testing.EngineBench;
import dev.krakenflow.engine.testing.ScriptedAnswers;
import dev.krakenflow.engine.testing.ScriptedFailures;
import dev.krakenflow.engine.testing.ScriptedPlan;
import dev.krakenflow.failure.Failure;
import dev.krakenflow.failure.FailureCode;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetriedCallTest {
    private final EngineBench bench = new EngineBench();

    private static ScriptedPlan plan(String function) {
        return ScriptedPlan.of("{name: 's', service: 's.f', transform: {r: '{% $ %}'}}")
                .service(function);
    }

    private void pass(int millis) {
        bench.scheduler.pass(Duration.ofMillis(millis));
    }

    private Failure onlyFailure() {
        assertThat(bench.outcomes).hasSize(1);
        return failed(bench.outcomes.get(0));
    }

    @Test
    void makesAFailedCallAgainAfterAPause() {
        bench.clients.repeatable().does("f", ScriptedFailures.then(event("{ok: true}"), ScriptedFailures.http(503)));
        bench.start(plan("{retry: {}}"), "{}");
        pass(49);
        assertThat(bench.outcomes).isEmpty();
        assertThat(bench.clients.calls).hasSize(1);
        pass(1);
        assertThat(completed(bench.outcomes.get(0))).isEqualTo(event("{r: {ok: true}}"));
        assertThat(bench.clients.calls).hasSize(2);
        assertThat(bench.scheduler.timers()).isZero();
    }

    @Test
    void makesPausesLongerUpToTheLongest() {
        bench.clients.repeatable().fails("f", ScriptedFailures.http(500));
        bench.start(plan("{retry: {max_attempts: 5, delay: 'PT0.1S', backoff_rate: 3, max_delay: 'PT0.5S'}}"), "{}");
        int[] pauses = {100, 300, 500, 500};
        for (int i = 0; i < pauses.length; i++) {
            pass(pauses[i] - 1);
            assertThat(bench.clients.calls).hasSize(i + 1);
            pass(1);
            assertThat(bench.clients.calls).hasSize(i + 2);
        }
        Failure failure = onlyFailure();
        assertThat(failure.code()).isEqualTo("http.500");
        assertThat(failure.attempts()).isEqualTo(5);
        assertThat(failure.place().step()).isEqualTo("call");
    }

    @Test
    void shortensPausesAtRandomButNeverBelowWhatTheServiceAsksFor() {
        bench.clients.repeatable().fails("f", ScriptedFailures.http(500));
        bench.start(plan("{retry: {jitter: true, delay: 'PT10S', max_delay: 'PT10S', max_attempts: 2}}"), "{}");
        pass(10_000);
        assertThat(bench.clients.calls).hasSize(2);
        bench.clients.fails("f", ScriptedFailures.http(503, Map.of("retry-after", "20")));
        bench.start(plan("{retry: {jitter: true, max_attempts: 2}}"), "{}");
        pass(19_999);
        assertThat(bench.clients.calls).hasSize(3);
        pass(1);
        assertThat(bench.clients.calls).hasSize(4);
    }

    @Test
    void waitsUntilTheDateThatTheServiceNames() {
        bench.clients
                .repeatable()
                .fails("f", ScriptedFailures.http(429, Map.of("retry-after", "Thu, 01 Jan 2026 00:00:07 GMT")));
        bench.start(plan("{retry: {max_attempts: 2}}"), "{}");
        pass(6_999);
        assertThat(bench.clients.calls).hasSize(1);
        pass(1);
        assertThat(bench.clients.calls).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "-5", "1.5", "99999999999999999999", "Thu, 32 Jan 2026 00:00:07 GMT", ""})
    void takesItsOwnPauseWhenTheServicesCannotBeRead(String header) {
        bench.clients.repeatable().fails("f", ScriptedFailures.http(503, Map.of("retry-after", header)));
        bench.start(plan("{retry: {max_attempts: 2}}"), "{}");
        pass(50);
        assertThat(bench.clients.calls).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "http.404, 404, 2",
        "http.404, 400, 1",
        "http.4xx, 400, 2",
        "http.4xx, 500, 1",
        "http.5xx, 599, 2",
        "*, 418, 2",
        "timeout, 500, 1",
    })
    void makesOnlyThoseCallsAgainWhoseFailureIsNamed(String on, int status, int calls) {
        bench.clients.repeatable().fails("f", ScriptedFailures.http(status));
        bench.start(plan("{retry: {on: ['" + on + "'], max_attempts: 2}}"), "{}");
        pass(1_000);
        assertThat(bench.clients.calls).hasSize(calls);
        assertThat(onlyFailure().attempts()).isEqualTo(calls);
    }

    @Test
    void makesOnlyWhatIsSafeToRepeatAgainUnlessTold() {
        bench.clients.fails("f", ScriptedFailures.http(503));
        assertThat(bench.failure(plan("{retry: {}}"), "{}").attempts()).isEqualTo(1);
        bench.outcomes.clear();
        bench.start(plan("{retry: {unsafe: true}}"), "{}");
        pass(1_000);
        assertThat(onlyFailure().attempts()).isEqualTo(3);
        bench.outcomes.clear();
        bench.start(plan("{retry: {}, idempotency_key: '{% id %}'}"), "{id: 5}");
        pass(1_000);
        assertThat(onlyFailure().attempts()).isEqualTo(3);
    }

    @Test
    void asksAConditionThatSeesTheFailureAndTheArgs() {
        bench.clients.repeatable().fails("f", ScriptedFailures.http(503));
        String when = "'{% $error.status = 503 and $context.attempt < 3 and $error.attempts < 3 and a %}'";
        bench.start(plan("{retry: {max_attempts: 9, when: " + when + "}}"), "{a: true}");
        pass(10_000);
        assertThat(onlyFailure().attempts()).isEqualTo(3);
        assertThat(onlyFailure().code()).isEqualTo("http.503");
    }

    @Test
    void aConditionThatFailsIsTheFailure() {
        bench.clients.repeatable().fails("f", ScriptedFailures.http(503));
        Failure failure = bench.failure(plan("{error: {e: 1}, retry: {when: '{% a %}'}}"), "{a: 1}");
        assertThat(failure.code()).isEqualTo("expression");
        assertThat(failure.place().step()).isEqualTo("when");
        assertThat(failure.place().function()).isEqualTo("f");
        assertThat(failure.attempts()).isEqualTo(1);
    }

    @Test
    void preparesEachAttemptAnew() {
        bench.clients.repeatable().fails("f", ScriptedFailures.http(503));
        bench.start(plan("{retry: {}, prepare: {n: '{% $context.attempt %}'}}"), "{}");
        pass(1_000);
        assertThat(bench.clients.calls).containsExactly(event("{n: 1}"), event("{n: 2}"), event("{n: 3}"));
    }

    @Test
    void neverRepeatsWhatFailedBeforeTheCall() {
        bench.clients.repeatable().fails("f", ClientException.inPrepare(Failure.of(FailureCode.EXPRESSION, "no {id}")));
        assertThat(bench.failure(plan("{retry: {on: ['*']}}"), "{}").place().step())
                .isEqualTo("prepare");
        assertThat(bench.failure(plan("{retry: {on: ['*']}, prepare: '{% nope %}'}"), "{}")
                        .place()
                        .step())
                .isEqualTo("prepare");
        assertThat(bench.scheduler.timersSet()).isZero();
    }

    @Test
    void neverRepeatsWhatNobodyExpected() {
        bench.clients.repeatable().fails("f", new IllegalStateException());
        assertThat(bench.failure(plan("{retry: {on: ['*']}}"), "{}").code()).isEqualTo("internal");
        assertThat(bench.log.failures).hasSize(1);
    }

    @Test
    void aStagesRetryStandsInThePlaceOfTheFunctions() {
        bench.clients.repeatable().fails("f", ScriptedFailures.http(503));
        ScriptedPlan plan =
                ScriptedPlan.of("{service: 's.f', retry: {max_attempts: 2}}").service("{retry: {max_attempts: 5}}");
        bench.start(plan, "{}");
        pass(10_000);
        assertThat(onlyFailure().attempts()).isEqualTo(2);
    }

    @Test
    void repeatsAnAttemptThatTookTooLong() {
        ScriptedAnswers answers = new ScriptedAnswers();
        bench.clients.repeatable().does("f", answers::wait);
        bench.start(plan("{timeout: 'PT0.2S', retry: {}}"), "{}");
        pass(250);
        assertThat(bench.clients.cancelled).isEqualTo(1);
        answers.waiting.get(1).complete(event("{n: 2}"));
        assertThat(completed(bench.outcomes.get(0))).isEqualTo(event("{r: {n: 2}}"));
    }

    @Test
    void failsAtOnceWhenThePauseWouldEndBehindTheBudget() {
        bench.clients.repeatable().fails("f", ScriptedFailures.http(503, Map.of("retry-after", "30")));
        Failure failure = bench.failure(plan("{retry: {}, error: {e: 1}}"), "{}");
        assertThat(failure.code()).isEqualTo("budget-exhausted");
        assertThat(failure.attempts()).isEqualTo(1);
        assertThat(failure.place().step()).isEqualTo("call");
        assertThat(failure.detail())
                .isEqualTo("no time is left for another attempt, the last one failed with http.503");
    }

    @Test
    void failsAtOnceWhenThePauseWouldEndBehindTheStage() {
        bench.clients.repeatable().fails("f", ScriptedFailures.http(503));
        ScriptedPlan plan = ScriptedPlan.of("{service: 's.f', timeout: 'PT0.1S'}")
                .service("{retry: {delay: 'PT0.06S', backoff_rate: 1}}");
        bench.start(plan, "{}");
        pass(60);
        Failure failure = onlyFailure();
        assertThat(failure.code()).isEqualTo("timeout");
        assertThat(failure.attempts()).isEqualTo(2);
        assertThat(bench.scheduler.timers()).isZero();
    }

    @Test
    void anAttemptThatTheStageCutsShortIsTheLast() {
        bench.clients.repeatable().hangs("f");
        bench.start(ScriptedPlan.of("{service: 's.f', timeout: 'PT0.1S'}").service("{retry: {}}"), "{}");
        pass(100);
        assertThat(onlyFailure().code()).isEqualTo("timeout");
        assertThat(bench.clients.calls).hasSize(1);
    }

    @Test
    void aRunThatIsCancelledInAPauseCallsNoMore() {
        bench.clients.repeatable().fails("f", ScriptedFailures.http(503));
        Cancellable run = bench.start(plan("{retry: {}}"), "{}");
        assertThat(bench.scheduler.timers()).isEqualTo(1);
        run.cancel();
        assertThat(bench.scheduler.timers()).isZero();
        pass(1_000);
        assertThat(bench.clients.calls).hasSize(1);
        assertThat(bench.outcomes).isEmpty();
    }

    @Test
    void aRunThatIsCancelledInASecondAttemptStopsIt() {
        bench.clients.repeatable().does("f", ScriptedFailures.then(null, ScriptedFailures.http(503)));
        Cancellable run = bench.start(plan("{retry: {}}"), "{}");
        pass(50);
        run.cancel();
        assertThat(bench.clients.cancelled).isEqualTo(1);
        pass(60_000);
        assertThat(bench.clients.calls).hasSize(2);
        assertThat(bench.outcomes).isEmpty();
    }

    @Test
    void manyAttemptsWithoutPausesTakeNoStack() {
        bench.clients.repeatable().fails("f", ScriptedFailures.http(503));
        bench.start(plan("{retry: {delay: 'PT0S', max_delay: 'PT0S', max_attempts: 50000}}"), "{}");
        bench.scheduler.runSoon();
        assertThat(onlyFailure().attempts()).isEqualTo(50_000);
    }

    @Test
    void countsAttemptsAnewForEachSubscription() {
        bench.clients
                .repeatable()
                .does(
                        "f",
                        ScriptedFailures.then(
                                event("{}"),
                                ScriptedFailures.http(503),
                                ScriptedFailures.http(503),
                                ScriptedFailures.http(503)));
        Uni<Object> call = bench.engine.callService(
                ScriptedPlan.service("s", Map.of("f", ScriptedPlan.function("{retry: {max_attempts: 2}}"))),
                "f",
                Map.of(),
                RunOptions.NONE);
        int[] ended = {0, 0};
        call.subscribe().with(item -> ended[0]++, failure -> ended[1]++);
        pass(50);
        call.subscribe().with(item -> ended[0]++, failure -> ended[1]++);
        pass(50);
        assertThat(ended).containsExactly(1, 1);
    }

    @Test
    void tellsTheHistoryHowManyAttemptsThereWere() {
        bench.clients.repeatable().does("f", ScriptedFailures.then(event("{}"), ScriptedFailures.http(503)));
        bench.start(plan("{retry: {}}").build(), event("{}"), new RunOptions(true, Long.MAX_VALUE, Map.of(), null));
        pass(50);
        Outcome.Completed outcome = (Outcome.Completed) bench.outcomes.get(0);
        assertThat(outcome.history().get(0)).containsEntry("attempts", 2);
    }
}
