package dev.krakenflow.engine;

import static dev.krakenflow.engine.testing.EngineBench.event;
import static org.assertj.core.api.Assertions.assertThat;

import dev.krakenflow.engine.testing.EngineBench;
import dev.krakenflow.engine.testing.ScriptedAnswers;
import dev.krakenflow.engine.testing.ScriptedPlan;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Calls of several events, each with a key of its own. */
class IdempotentListTest {
    private final EngineBench bench = new EngineBench();
    private final ScriptedAnswers answers = new ScriptedAnswers();

    private static ScriptedPlan byId() {
        return ScriptedPlan.of("{service: 's.f'}").service("{}").idempotency("{key: '{% id %}'}");
    }

    private Uni<List<List<Outcome>>> call(ScriptedPlan plan, String... events) {
        List<Map<String, Object>> all =
                List.of(events).stream().map(EngineBench::event).toList();
        return bench.load(plan).call(all, RunOptions.NONE);
    }

    @Test
    void answersEachEventInItsPlace() {
        bench.clients.answers("f", event("{}"));
        call(byId(), "{id: 2}").await().indefinitely();
        List<List<Outcome>> came =
                call(byId(), "{id: 1}", "{id: 2}", "{}", "{id: 3}").await().indefinitely();
        assertThat(came.stream().map(it -> EngineBench.results(it).get(0)))
                .containsExactly(event("{id: 1}"), event("{id: 2}"), "expression", event("{id: 3}"));
        assertThat(came.stream().map(it -> it.get(0).replayed())).containsExactly(false, true, false, false);
    }

    @Test
    void refusesOneOfTwoThatAreTheSameAtTheSameTime() {
        bench.clients.does("f", answers::wait);
        UniAssertSubscriber<List<List<Outcome>>> subscriber =
                call(byId(), "{id: 1}", "{id: 1}").subscribe().withSubscriber(UniAssertSubscriber.create());
        answers.waiting.get(0).complete(Map.of());
        List<List<Outcome>> came = subscriber.getItem();
        assertThat(came.stream().map(it -> EngineBench.results(it).get(0)))
                .containsExactly(event("{id: 1}"), "in-progress");
        assertThat(bench.clients.calls).hasSize(1);
    }

    @Test
    void keepsAnAnswerBeforeTheNextOfASerialPipelineBegins() {
        ScriptedPlan counting = ScriptedPlan.of("{type: 'composer', name: 'c', memo: 0, memo_scope: 'INVOCATION',"
                        + " newMemo: '{% $memo + 1 %}', events: ['{% $merge([$, {\\\"n\\\": $memo}]) %}']}")
                .idempotency("{key: '{% id %}'}");
        bench.claims.before("finish", () -> Uni.createFrom().emitter(it -> bench.scheduler.soon(() -> it.complete(1))));
        UniAssertSubscriber<List<List<Outcome>>> subscriber = call(counting, "{id: 1}", "{id: 1}", "{id: 2}")
                .subscribe()
                .withSubscriber(UniAssertSubscriber.create());
        bench.scheduler.runSoon();
        assertThat(subscriber.getItem().stream()
                        .map(it -> EngineBench.completed(it.get(0)).get("n")))
                .containsExactly(0, 0, 1);
    }

    @Test
    void runsAtMostSoManyAtTheSameTime() {
        bench.clients.does("f", answers::wait);
        UniAssertSubscriber<List<List<Outcome>>> subscriber = call(
                        byId().concurrency(2), "{id: 1}", "{id: 2}", "{id: 3}", "{}", "{id: 4}")
                .subscribe()
                .withSubscriber(UniAssertSubscriber.create());
        for (int i = 0; i < 4; i++) {
            assertThat(answers.waiting).hasSize(Math.min(4, i + 2));
            answers.waiting.get(i).complete(Map.of());
        }
        subscriber.assertCompleted();
    }

    @Test
    void isAnsweredAsBeforeWhenSubscribedAgain() {
        bench.clients.answers("f", event("{}"));
        Uni<List<List<Outcome>>> call = call(byId(), "{id: 1}", "{id: 2}");
        assertThat(call.await().indefinitely()).noneMatch(it -> it.get(0).replayed());
        assertThat(call.await().indefinitely()).allMatch(it -> it.get(0).replayed());
    }

    @Test
    void takesAKeyOfTheCallerForOneEventOnly() {
        CallIdentity identity = new CallIdentity("abc", Map.of());
        RunOptions options = new RunOptions(false, Long.MAX_VALUE, Map.of(), null, null, identity);
        bench.load(byId())
                .call(List.of(event("{}"), event("{}")), options)
                .subscribe()
                .withSubscriber(UniAssertSubscriber.create())
                .assertFailedWith(IllegalArgumentException.class);
    }

    @Test
    void takesNoStackForManyEventsThatWaitForNothing() {
        bench.clients.answers("f", event("{}"));
        String[] events = new String[5_000];
        for (int i = 0; i < events.length; i++) {
            events[i] = "{id: " + i + "}";
        }
        assertThat(call(byId().concurrency(1), events).await().indefinitely()).hasSize(5_000);
    }
}
