package dev.krakenflow.function.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.krakenflow.cast.Acceptance;
import dev.krakenflow.cast.Cast;
import dev.krakenflow.cast.CastOnce;
import dev.krakenflow.engine.CallIdentity;
import dev.krakenflow.engine.CallMark;
import dev.krakenflow.engine.PlanRunner;
import dev.krakenflow.function.http.RequestException;
import dev.krakenflow.function.pipeline.testing.ScriptedEngine;
import dev.krakenflow.function.pipeline.testing.ScriptedPlanStore;
import dev.krakenflow.function.pipeline.testing.ScriptedQueue;
import dev.krakenflow.function.pipeline.testing.ScriptedScheduler;
import dev.krakenflow.plan.Limits;
import dev.krakenflow.plan.Plan;
import dev.krakenflow.store.StoreUnavailableException;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class CastsTest {

    private static final Map<String, Object> EVENT = Map.of("x", 1);
    private static final Map<String, String> TRACING = Map.of("traceparent", "00-1-2-01");

    private final ScriptedScheduler time = new ScriptedScheduler();
    private final ScriptedQueue queue = new ScriptedQueue();
    private final ScriptedEngine engine = new ScriptedEngine();
    private final ScriptedPlanStore store = new ScriptedPlanStore();
    private final Casts casts =
            new Casts(queue, new CastBeginning(time), new Runs(new InFlight(1), time), time, new Random(1));

    @Test
    void offersEachEventWithAReferenceOfItsOwn() {
        List<CastTicket> tickets = offer("p", List.of(EVENT, EVENT));
        Cast cast = queue.casts.get(0);
        assertThat(tickets)
                .containsExactly(
                        new CastTicket.Taken(cast.events().get(0).reference()),
                        new CastTicket.Taken(cast.events().get(1).reference()))
                .doesNotHaveDuplicates();
        assertThat(cast.events().get(0).json()).asString().isEqualTo("{\"x\":1}");
        assertThat(cast.events()).allMatch(event -> event.key() == null && event.once() == null);
        assertThat(cast.together()).isFalse();
        assertThat(cast.tracing()).isEqualTo(TRACING);
    }

    @Test
    void offersNothingWhereThereIsNoEvent() {
        assertThat(offer("p", List.of(1, List.of()))).hasOnlyElementsOfType(CastTicket.Refused.class);
        assertThat(offer("p", List.of())).isEmpty();
        assertThat(queue.casts).isEmpty();
    }

    @Test
    void tellsByWhatAnEventIsKnown() {
        engine.knows(event -> new CallMark("k", "f", Duration.ofHours(1)));
        Call call = call(EVENT).with(new CallIdentity("abc", Map.of()));
        await(casts.offer(runner("p"), List.of(EVENT), call));
        assertThat(queue.casts.get(0).events().get(0).key()).isEqualTo("abc");
        assertThat(queue.casts.get(0).events().get(0).once()).isEqualTo(new CastOnce("k", "f", Duration.ofHours(1)));
    }

    @Test
    void refusesAnEventWhoseKeyIsThatOfAnotherAndOffersTheRest() {
        queue.answers(cast -> Uni.createFrom()
                .item(cast.events().size() > 1 ? new Acceptance.Mismatch(0) : ScriptedQueue.accepted(cast)));
        List<CastTicket> tickets = offer("p", List.of(EVENT, 5, EVENT));
        assertThat(code(tickets.get(0))).isEqualTo("idempotency-mismatch");
        assertThat(code(tickets.get(1))).isEqualTo("invalid-event");
        assertThat(tickets.get(2)).isInstanceOf(CastTicket.Taken.class);
    }

    @Test
    void refusesAllWhenTooManyKeysAreThoseOfOthers() {
        queue.answers(cast -> Uni.createFrom().item(new Acceptance.Mismatch(0)));
        List<Object> events =
                IntStream.range(0, 1_000).<Object>mapToObj(i -> EVENT).toList();
        assertThatThrownBy(() -> offer("p", events))
                .isInstanceOfSatisfying(
                        RequestException.class,
                        it -> assertThat(it.failure().code()).isEqualTo("idempotency-mismatch"));
        assertThat(queue.casts).hasSizeLessThan(200);
    }

    @Test
    void refusesWhatIsTooLargeForTheQueueAndOffersTheRest() {
        queue.answers(cast -> Uni.createFrom()
                .item(
                        cast.events().size() > 1
                                ? new Acceptance.TooLarge(List.of(0, 2), 1_000)
                                : ScriptedQueue.accepted(cast)));
        List<CastTicket> tickets = offer("p", List.of(EVENT, EVENT, 5, EVENT));
        assertThat(code(tickets.get(0))).isEqualTo("payload-too-large");
        assertThat(tickets.get(1)).isInstanceOf(CastTicket.Taken.class);
        assertThat(code(tickets.get(2))).isEqualTo("invalid-event");
        assertThat(((CastTicket.Refused) tickets.get(3)).failure().detail()).contains("1000 bytes");
        queue.answers(cast -> Uni.createFrom().item(new Acceptance.TooLarge(List.of(0), 1_000)));
        assertThat(code(offer("p", List.of(EVENT)).get(0))).isEqualTo("payload-too-large");
    }

    @Test
    void failsWhenTheQueueTakesNothing() {
        Uni<Acceptance> away = Uni.createFrom().failure(new StoreUnavailableException("away", null));
        for (Uni<Acceptance> answer : List.of(
                Uni.createFrom().<Acceptance>item(new Acceptance.NoConsumer()),
                Uni.createFrom().<Acceptance>item(new Acceptance.Full()),
                away)) {
            queue.answers(cast -> answer);
            assertThatThrownBy(() -> offer("p", List.of(EVENT)))
                    .isInstanceOfSatisfying(
                            RequestException.class,
                            it -> assertThat(it.failure().code()).isEqualTo("queue-unavailable"));
        }
    }

    @Test
    void takesWhatOneQueueTakesThoughAnotherDoesNot() {
        store.put("p", true);
        store.put("full", true);
        store.route("p", "p");
        store.route("f", "full");
        queue.answers(cast -> Uni.createFrom()
                .item(cast.pipeline().equals("p") ? ScriptedQueue.accepted(cast) : new Acceptance.Full()));
        var answer = await(typed().cast(call(List.of(Map.of("type", "f"), Map.of("type", "p")))));
        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.headers()).containsEntry("kraken-failed", "1");
        assertThatThrownBy(() -> await(typed().cast(call(List.of(Map.of("type", "f"), 5)))))
                .isInstanceOfSatisfying(
                        RequestException.class,
                        it -> assertThat(it.failure().code()).isEqualTo("queue-unavailable"));
    }

    private TypedCasts typed() {
        PlanCache plans = new PlanCache(store, engine, time, Duration.ofSeconds(1), 100);
        return new TypedCasts(new RoutedPlans(plans, Binding.NONE), new NamedCasts(plans, Binding.NONE, casts), casts);
    }

    private List<CastTicket> offer(String pipeline, List<?> events) {
        return await(casts.offer(runner(pipeline), events, call(events)));
    }

    private static Call call(Object body) {
        return new Call(body, false, Budget.OPEN, TRACING, null, CallIdentity.NONE);
    }

    private PlanRunner runner(String pipeline) {
        Plan plan = store.put(pipeline, true, Limits.DEFAULT);
        return engine.load(plan);
    }

    private static String code(CastTicket ticket) {
        return ((CastTicket.Refused) ticket).failure().code();
    }

    private static <T> T await(Uni<T> uni) {
        return uni.await().atMost(Duration.ofSeconds(10));
    }
}
