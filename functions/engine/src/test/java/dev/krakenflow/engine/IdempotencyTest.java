package dev.krakenflow.engine;

import static dev.krakenflow.engine.testing.EngineBench.completed;
import static dev.krakenflow.engine.testing.EngineBench.event;
import static dev.krakenflow.engine.testing.EngineBench.failed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.krakenflow.engine.client.ClientException;
import dev.krakenflow.engine.testing.EngineBench;
import dev.krakenflow.engine.testing.ScriptedAnswers;
import dev.krakenflow.engine.testing.ScriptedPlan;
import dev.krakenflow.failure.Failure;
import dev.krakenflow.failure.Upstream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Condition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A call that comes again. */
class IdempotencyTest {
    private static final Duration DAY = Duration.ofHours(24);
    private static final Duration BUDGET_AND_FINALLY = Duration.ofSeconds(31);

    private final EngineBench bench = new EngineBench();
    private final ScriptedAnswers answers = new ScriptedAnswers();

    /** Calls {@code f} and keeps what it answers under {@code r}. */
    private static ScriptedPlan call() {
        return ScriptedPlan.of("{service: 's.f', transform: {r: '{% n %}'}}").service("{}");
    }

    private static ScriptedPlan byId() {
        return call().idempotency("{key: '{% id %}', ttl: 'PT1H'}");
    }

    private static RunOptions withKey(String key) {
        return with(new CallIdentity(key, Map.of()));
    }

    private static RunOptions with(CallIdentity identity) {
        return new RunOptions(false, Long.MAX_VALUE, Map.of(), null, null, identity);
    }

    @Test
    void runsOnceAndAnswersTheSameAgain() {
        bench.clients.answers("f", event("{n: 7}"));
        Outcome first = bench.run(byId(), "{id: 1, x: [1, 2]}");
        Outcome second = bench.run(byId(), "{x: [1.0, 2], id: 1}");
        assertThat(completed(first))
                .isEqualTo(event("{id: 1, x: [1, 2], r: 7}"))
                .isEqualTo(completed(second));
        assertThat(first.replayed()).isFalse();
        assertThat(second.replayed()).isTrue();
        assertThat(bench.clients.calls).hasSize(1);
        assertThat(bench.claims.times).startsWith(BUDGET_AND_FINALLY, Duration.ofHours(1));
    }

    @Test
    void asksNothingWhereNobodyNamesTheCall() {
        bench.clients.answers("f", event("{}"));
        bench.run(call(), "{}");
        assertThat(bench.claims.asked).isEmpty();
    }

    @Test
    void refusesAnotherEventUnderTheSameKey() {
        bench.clients.answers("f", event("{}"));
        bench.run(byId(), "{id: 1}");
        Failure failure = bench.failure(byId(), "{id: 1, x: 2}");
        assertThat(failure.code()).isEqualTo("idempotency-mismatch");
        assertThat(failure.status()).isEqualTo(422);
        assertThat(failure.place().pipeline()).isEqualTo("pipe");
        assertThat(failure.place().eventId()).isNotNull();
        assertThat(bench.clients.calls).hasSize(1);
    }

    @Test
    void refusesTheSameWhileItRuns() {
        bench.clients.does("f", answers::wait);
        bench.start(byId(), "{id: 1}");
        bench.start(byId(), "{id: 1}");
        Failure failure = failed(bench.outcomes.get(0));
        assertThat(failure.code()).isEqualTo("in-progress");
        assertThat(failure.status()).isEqualTo(409);
        assertThat(failure.retryAfter()).isBetween(1L, BUDGET_AND_FINALLY.toSeconds());
        answers.waiting.get(0).complete(event("{n: 7}"));
        assertThat(completed(bench.outcomes.get(1))).containsEntry("r", 7);
        assertThat(completed(bench.run(byId(), "{id: 1}"))).containsEntry("r", 7);
        assertThat(bench.clients.calls).hasSize(1);
    }

    @Test
    void tellsKeysApartByTheirJson() {
        bench.clients.answers("f", event("{}"));
        bench.run(byId(), "{id: 1}");
        bench.run(byId(), "{id: '1'}");
        bench.run(byId(), "{id: null}");
        bench.run(byId(), "{id: true}");
        assertThat(bench.claims.keys).containsExactly("1", "\"1\"", "null", "true");
        assertThat(bench.clients.calls).hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{id: {}}", "{id: [1]}"})
    void failsWithoutAScalarAsItsKey(String event) {
        Failure failure = bench.failure(byId(), event);
        assertThat(failure.code()).isEqualTo("expression");
        assertThat(failure.detail()).startsWith("idempotency.key: must give a string, a number, a boolean or null");
        assertThat(failure.place().step()).isEqualTo("idempotency");
        assertThat(failure.place().instance()).isEqualTo("/idempotency/key");
        assertThat(failure.place().component()).isNull();
        assertThat(bench.claims.asked).isEmpty();
    }

    @Test
    void takesTheKeyOfTheCallerBeforeThatOfThePipeline() {
        bench.clients.answers("f", event("{}"));
        bench.run(byId(), "{}", withKey("abc"));
        assertThat(bench.run(byId(), "{}", withKey("abc")).replayed()).isTrue();
        assertThat(bench.claims.keys).containsExactly("abc", "abc");
        assertThat(bench.claims.times).contains(Duration.ofHours(1));
    }

    @Test
    void keepsAnswersForADayWhereThePipelineSaysNothing() {
        bench.clients.answers("f", event("{}"));
        bench.run(call(), "{}", withKey("abc"));
        assertThat(bench.run(call(), "{}", withKey("abc")).replayed()).isTrue();
        assertThat(bench.claims.times).startsWith(BUDGET_AND_FINALLY, DAY);
    }

    @Test
    void refusesTheSameEventAtAnotherAddress() {
        bench.clients.answers("f", event("{}"));
        bench.run(call(), "{}", with(new CallIdentity("abc", Map.of("id", "1"))));
        Outcome other = bench.run(call(), "{}", with(new CallIdentity("abc", Map.of("id", "2"))));
        assertThat(failed(other).code()).isEqualTo("idempotency-mismatch");
    }

    @Test
    void marksNoLongerThanTheCallerWaits() {
        bench.clients.answers("f", event("{}"));
        long deadline = bench.scheduler.nanoTime() + Duration.ofSeconds(2).toNanos();
        bench.run(byId(), "{id: 1}", new RunOptions(false, deadline, Map.of(), null));
        assertThat(bench.claims.times.get(0)).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void seesHelpersInTheKey() {
        bench.clients.answers("f", event("{}"));
        ScriptedPlan plan = call().helper("texts", "loud", "function($t) { $uppercase($t) }")
                .idempotency("{key: '{% $loud(id) %}', helpers: ['texts']}");
        bench.run(plan, "{id: 'a'}");
        assertThat(bench.claims.keys).containsExactly("\"A\"");
    }

    @Test
    void claimsNothingForWhatMayNotEnter() {
        ScriptedPlan plan = byId().input("{properties: {id: {type: 'integer'}}}");
        assertThat(bench.failure(plan, "{id: 'x'}").code()).isEqualTo("invalid-input");
        bench.outcomes.clear();
        bench.start(plan.build(), List.of(), RunOptions.NONE);
        assertThat(failed(bench.outcomes.get(0)).code()).isEqualTo("invalid-event");
        assertThat(bench.claims.asked).isEmpty();
    }

    @Test
    void tellsByWhatAnEventWillBeKnown() {
        bench.clients.answers("f", event("{}"));
        CallMark mark = bench.load(byId()).identify(event("{id: 1, x: 2}"), RunOptions.NONE);
        CallMark written = bench.load(byId()).identify(event("{x: 2.0, id: 1}"), RunOptions.NONE);
        bench.run(byId(), "{id: 1, x: 2}");
        assertThat(mark).isNotNull().isEqualTo(written);
        assertThat(mark.key()).isEqualTo(bench.claims.keys.get(0));
        assertThat(mark.ttl()).isEqualTo(Duration.ofHours(1));
        assertThat(bench.load(byId()).identify(event("{id: 1}"), RunOptions.NONE))
                .isNotNull()
                .doesNotHave(new Condition<>(it -> it.fingerprint().equals(mark.fingerprint()), "the same event"));
        assertThat(bench.load(call()).identify(event("{}"), withKey("abc")))
                .isNotNull()
                .returns("abc", CallMark::key)
                .returns(DAY, CallMark::ttl);
    }

    @Test
    void knowsNothingOfWhatRunsHoweverOftenItComes() {
        ScriptedPlan strict = byId().input("{properties: {id: {type: 'integer'}}}");
        assertThat(bench.load(call()).identify(event("{}"), RunOptions.NONE)).isNull();
        assertThat(bench.load(byId()).identify(event("{}"), RunOptions.NONE)).isNull();
        assertThat(bench.load(byId()).identify(List.of(), RunOptions.NONE)).isNull();
        assertThat(bench.load(strict).identify(event("{id: 'x'}"), RunOptions.NONE))
                .isNull();
    }

    @Test
    void letsTheCallComeAgainAfterAFailure() {
        Upstream gone = new Upstream(404, Map.of(), null);
        bench.clients.fails("f", ClientException.inCall(Failure.ofUpstream(gone, "gone"), null));
        assertThat(bench.failure(byId(), "{id: 1}").code()).isEqualTo("http.404");
        bench.clients.answers("f", event("{n: 7}"));
        Outcome second = bench.run(byId(), "{id: 1}");
        assertThat(completed(second)).containsEntry("r", 7);
        assertThat(second.replayed()).isFalse();
        assertThat(bench.claims.asked).containsExactly("claim", "release", "claim", "finish");
    }

    @Test
    void letsTheCallComeAgainWhenItsTimeWasUp() {
        bench.clients.does("f", answers::wait);
        ScriptedPlan plan = byId().timeout(Duration.ofSeconds(5));
        bench.start(plan, "{id: 1}");
        bench.scheduler.pass(Duration.ofSeconds(5));
        assertThat(failed(bench.outcomes.get(0)).code()).isEqualTo("budget-exhausted");
        bench.start(plan, "{id: 1}");
        assertThat(answers.waiting).hasSize(2);
    }

    @Test
    void answersSeveralResultsAgain() {
        ScriptedPlan plan = ScriptedPlan.of("{type: 'composer', events: '{% ns.{\\\"n\\\": $} %}'}")
                .idempotency("{key: 1}");
        List<Object> first = bench.results(plan, "{ns: [1, 2, 3]}");
        assertThat(bench.results(plan, "{ns: [1, 2, 3]}")).isEqualTo(first).hasSize(3);
        assertThat(bench.outcomes).allMatch(Outcome::replayed);
    }

    @Test
    void answersADeadEndAgain() {
        ScriptedPlan plan = ScriptedPlan.of("{type: 'dead-end'}").idempotency("{key: 1}");
        bench.run(plan, "{}");
        Outcome second = bench.run(plan, "{}");
        assertThat(second).isInstanceOf(Outcome.Ended.class);
        assertThat(second.replayed()).isTrue();
    }

    @Test
    void givesAReplayNoHistory() {
        RunOptions debug = new RunOptions(true, Long.MAX_VALUE, Map.of(), null);
        bench.clients.answers("f", event("{}"));
        assertThat(bench.run(byId(), "{id: 1}", debug).history()).isNotEmpty();
        Outcome second = bench.run(byId(), "{id: 1}", debug);
        assertThat(second.history()).isEmpty();
        assertThat(second.replayed()).isTrue();
    }
}
