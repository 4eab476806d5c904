package dev.krakenflow.engine.composition;

import static dev.krakenflow.engine.testing.EngineBench.event;
import static org.assertj.core.api.Assertions.assertThat;

import dev.krakenflow.engine.Outcome;
import dev.krakenflow.engine.RunOptions;
import dev.krakenflow.engine.testing.EngineBench;
import dev.krakenflow.engine.testing.ScriptedAnswers;
import dev.krakenflow.engine.testing.ScriptedFailures;
import dev.krakenflow.engine.testing.ScriptedPlan;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import io.smallrye.mutiny.subscription.Cancellable;
import io.smallrye.mutiny.subscription.UniSubscriber;
import io.smallrye.mutiny.subscription.UniSubscription;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a call gives: nothing happens without a subscription, and every subscription is a call of its own. */
class ReSubscriptionTest {
    private static final Map<String, Object> OK = event("{v: 'ok'}");

    private final EngineBench bench = new EngineBench();
    private final ScriptedAnswers answers = new ScriptedAnswers();

    @AfterEach
    void nothingIsLeft() {
        bench.pass(60_000);
        bench.assertNothingIsLeft();
    }

    private Uni<List<Object>> call(ScriptedPlan plan, String... events) {
        List<?> all = List.of(events).stream().map(EngineBench::event).toList();
        return bench.load(plan).call(all, RunOptions.NONE).map(ReSubscriptionTest::results);
    }

    private static List<Object> results(List<List<Outcome>> outcomes) {
        return outcomes.stream().map(EngineBench::results).map(it -> it.get(0)).toList();
    }

    private static UniAssertSubscriber<List<Object>> subscribe(Uni<List<Object>> call) {
        return call.subscribe().withSubscriber(UniAssertSubscriber.create());
    }

    private static ScriptedPlan plan(String function) {
        return ScriptedPlan.of("{service: 's.f', transform: {r: '{% v %}'}}")
                .services("{s: {interface: {f: " + function + "}}}");
    }

    @Test
    void nothingHappensWithoutOne() {
        call(plan("{}"), "{}");
        assertThat(bench.clients.calls).isEmpty();
    }

    @Test
    void twoAtTheSameTimeAreTwoRuns() {
        bench.clients.does("f", answers::wait);
        Uni<List<Object>> call = call(plan("{}"), "{}");
        UniAssertSubscriber<List<Object>> first = subscribe(call);
        UniAssertSubscriber<List<Object>> second = subscribe(call);
        answers.waiting.get(1).complete(event("{v: 2}"));
        second.assertItem(List.of(event("{r: 2}")));
        first.assertNotTerminated();
        answers.waiting.get(0).complete(event("{v: 1}"));
        first.assertItem(List.of(event("{r: 1}")));
    }

    @Test
    void oneThatIsCancelledLeavesTheOther() {
        bench.clients.does("f", answers::wait);
        Uni<List<Object>> call = call(plan("{}"), "{}", "{}");
        UniAssertSubscriber<List<Object>> first = subscribe(call);
        UniAssertSubscriber<List<Object>> second = subscribe(call);
        first.cancel();
        assertThat(bench.clients.cancelled).isEqualTo(2);
        answers.waiting.get(2).complete(OK);
        answers.waiting.get(3).complete(OK);
        second.assertItem(List.of(event("{r: 'ok'}"), event("{r: 'ok'}")));
    }

    @Test
    void oneThatIsCancelledAtOnceCallsNothingAndHoldsNothing() {
        bench.clients.answers("f", OK);
        Uni<List<Object>> call = call(plan("{}"), "{}", "{}");
        call.subscribe().withSubscriber(new AtOnce());
        assertThat(bench.clients.calls).isEmpty();
        assertThat(bench.clients.closed).isEmpty();
        subscribe(call).assertItem(List.of(event("{r: 'ok'}"), event("{r: 'ok'}")));
    }

    @Test
    void everyOneHasItsOwnAttempts() {
        bench.clients.repeatable().does("f", ScriptedFailures.then(OK, failure(), failure(), failure(), failure()));
        Uni<List<Object>> call = call(plan("{retry: {max_attempts: 3}}"), "{}");
        UniAssertSubscriber<List<Object>> first = subscribe(call);
        bench.pass(1_000);
        first.assertItem(List.of("http.503"));
        UniAssertSubscriber<List<Object>> second = subscribe(call);
        bench.pass(1_000);
        second.assertItem(List.of(event("{r: 'ok'}")));
        assertThat(bench.clients.contexts).hasSize(5);
    }

    @Test
    void oneAgainUntilItSucceeds() {
        bench.clients.does("f", ScriptedFailures.then(OK, failure(), failure()));
        Uni<Object> until = call(plan("{}"), "{}")
                .map(it -> it.get(0))
                .invoke(it -> {
                    if (it instanceof String code) {
                        throw new IllegalStateException(code);
                    }
                })
                .onFailure()
                .retry()
                .atMost(5);
        assertThat(until.await().indefinitely()).isEqualTo(event("{r: 'ok'}"));
        assertThat(bench.clients.calls).hasSize(3);
    }

    @Test
    void everyOneUndoesAndEndsForItself() {
        bench.clients.answers("f", OK);
        ScriptedPlan plan = ScriptedPlan.of(
                        "{compensate: {service: 's.f', prepare: {undo: '{% n %}'}}}",
                        "{type: 'raise', error: {type: 'no'}}")
                .functions("f")
                .lastly("{service: 's.f', prepare: {last: '{% n %}'}}");
        Uni<List<Object>> call = call(plan, "{n: 1}");
        subscribe(call).assertItem(List.of("no"));
        subscribe(call).assertItem(List.of("no"));
        assertThat(bench.clients.calls)
                .isEqualTo(List.of(event("{undo: 1}"), event("{last: 1}"), event("{undo: 1}"), event("{last: 1}")));
    }

    @Test
    void everyOneFansOut() {
        bench.clients.does("f", bench.after(100, OK));
        Uni<List<Object>> call = call(
                ScriptedPlan.of("{type: 'map', items: [1, 2, 3], concurrency_limit: 2, components: {service: 's.f'},"
                                + " transform: {n: '{% $count(results) %}'}}")
                        .functions("f"),
                "{}");
        UniAssertSubscriber<List<Object>> first = subscribe(call);
        UniAssertSubscriber<List<Object>> second = subscribe(call);
        assertThat(bench.clients.underWay).isEqualTo(4);
        bench.pass(200);
        first.assertItem(List.of(event("{n: 3}")));
        second.assertItem(List.of(event("{n: 3}")));
        assertThat(bench.clients.calls).hasSize(6);
    }

    @Test
    void everyOneTakesAPlaceInTheBulkheadAndGivesItBack() {
        bench.clients.does("f", bench.after(100, OK));
        Uni<List<Object>> call = call(plan("{bulkhead: {max_concurrent: 1, queue: 1}}"), "{}");
        UniAssertSubscriber<List<Object>> first = subscribe(call);
        UniAssertSubscriber<List<Object>> second = subscribe(call);
        subscribe(call).assertItem(List.of("bulkhead-full"));
        first.cancel();
        bench.pass(100);
        second.assertItem(List.of(event("{r: 'ok'}")));
        UniAssertSubscriber<List<Object>> last = subscribe(call);
        bench.pass(100);
        last.assertItem(List.of(event("{r: 'ok'}")));
    }

    @Test
    void twoShareAResultThatIsKept() {
        bench.clients.does("f", answers::wait);
        Uni<List<Object>> call = call(plan("{cache: {}}"), "{}");
        UniAssertSubscriber<List<Object>> first = subscribe(call);
        UniAssertSubscriber<List<Object>> second = subscribe(call);
        answers.waiting.get(0).complete(OK);
        bench.scheduler.runSoon();
        first.assertItem(List.of(event("{r: 'ok'}")));
        second.assertItem(List.of(event("{r: 'ok'}")));
        subscribe(call).assertItem(List.of(event("{r: 'ok'}")));
        assertThat(bench.clients.calls).hasSize(1);
    }

    @Test
    void everyOneClaimsItsKey() {
        bench.clients.does("f", answers::wait);
        Uni<List<Object>> call = call(plan("{}").idempotency("{key: 1}"), "{}");
        UniAssertSubscriber<List<Object>> first = subscribe(call);
        subscribe(call).assertItem(List.of("in-progress"));
        answers.waiting.get(0).complete(OK);
        first.assertItem(List.of(event("{r: 'ok'}")));
        subscribe(call).assertItem(List.of(event("{r: 'ok'}")));
        assertThat(bench.clients.calls).hasSize(1);
    }

    @Test
    void everyOneHasAMemoOfItsInvocation() {
        ScriptedPlan plan = ScriptedPlan.of("{name: 'c', type: 'composer', memo: 0, memo_scope: 'INVOCATION',"
                + " newMemo: '{% $memo + 1 %}', events: '{% [{\\\"n\\\": $memo}] %}'}");
        Uni<List<Object>> call = call(plan, "{}", "{}");
        subscribe(call).assertItem(List.of(event("{n: 0}"), event("{n: 1}")));
        subscribe(call).assertItem(List.of(event("{n: 0}"), event("{n: 1}")));
    }

    @Test
    void everyOneHasATimeOfItsOwn() {
        bench.clients.hangs("f");
        Uni<List<Object>> call = call(plan("{timeout: 'PT1S'}"), "{}");
        UniAssertSubscriber<List<Object>> first = subscribe(call);
        bench.pass(999);
        UniAssertSubscriber<List<Object>> second = subscribe(call);
        bench.pass(1);
        first.assertItem(List.of("timeout"));
        second.assertNotTerminated();
        bench.pass(999);
        second.assertItem(List.of("timeout"));
    }

    private static Throwable failure() {
        return ScriptedFailures.http(503);
    }

    /** Cancels before anything begins. */
    private static final class AtOnce implements UniSubscriber<Object> {

        @Override
        public void onSubscribe(UniSubscription subscription) {
            Cancellable call = subscription;
            call.cancel();
        }

        @Override
        public void onItem(Object item) {
            throw new AssertionError(item);
        }

        @Override
        public void onFailure(Throwable failure) {
            throw new AssertionError(failure);
        }
    }
}
