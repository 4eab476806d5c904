package dev.krakenflow.cast;

import static dev.krakenflow.cast.CastBench.PIPELINE;
import static dev.krakenflow.cast.CastBench.ROOM;
import static dev.krakenflow.cast.CastBench.await;
import static dev.krakenflow.cast.CastBench.awaitUntil;
import static dev.krakenflow.cast.CastBench.cast;
import static dev.krakenflow.cast.CastBench.castTogether;
import static dev.krakenflow.cast.CastBench.dead;
import static dev.krakenflow.cast.CastBench.depth;
import static dev.krakenflow.cast.CastBench.done;
import static dev.krakenflow.cast.CastBench.event;
import static dev.krakenflow.cast.CastBench.failed;
import static dev.krakenflow.cast.CastBench.offer;
import static dev.krakenflow.cast.CastBench.requireNothing;
import static dev.krakenflow.cast.CastBench.settle;
import static dev.krakenflow.cast.CastBench.state;
import static dev.krakenflow.cast.CastBench.take;
import static dev.krakenflow.cast.CastBench.takeAtOnce;
import static dev.krakenflow.cast.CastBench.takeOne;
import static dev.krakenflow.cast.CastBench.texts;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link CastQueue} does. An adapter's test extends this and opens an empty queue for each test. */
public abstract class CastQueueContract {

    private static final Duration NOW = Duration.ZERO;
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration MOMENT = Duration.ofMillis(1);

    private CastQueue queue;
    private CastConsumer consumer;

    /** A queue without anything, which consumers share. */
    protected abstract Casts casts(CastBounds bounds);

    @BeforeEach
    public void openWithAConsumer() {
        open(new CastBounds(1_000, HOUR));
    }

    private Casts open(CastBounds bounds) {
        Casts casts = casts(bounds);
        queue = casts.queue();
        consumer = casts.consumer();
        requireNothing(consumer);
        return casts;
    }

    private CastConsumer another(Casts casts) {
        CastConsumer another = casts.consumer();
        requireNothing(another);
        return another;
    }

    @Test
    public void takesNothingWithoutAConsumer() {
        await(consumer.close());
        assertThat(await(queue.offer(cast(event("1"))))).isInstanceOf(Acceptance.NoConsumer.class);
        assertThat(depth(queue)).isEqualTo(new CastDepth(0, 0));
    }

    @Test
    public void deliversWhatWasOffered() {
        CastEvent event = new CastEvent("00112233445566778899aabbccddeeff", new byte[] {0, -1, '"'}, "key ä", null);
        Map<String, String> tracing = Map.of("traceparent", "00-ab:=&ä", "tracestate", "a=b,c=d e");
        assertThat(offer(queue, new Cast("a:b ä", List.of(event), false, tracing)))
                .containsExactly(event.reference());
        assertThat(state(queue, event.reference())).isEqualTo("pending");
        Delivery delivery = takeOne(consumer);
        assertThat(delivery.pipeline()).isEqualTo("a:b ä");
        assertThat(delivery.number()).isEqualTo(1);
        assertThat(delivery.tracing()).isEqualTo(tracing);
        assertThat(delivery.events()).singleElement().satisfies(its -> {
            assertThat(its.reference()).isEqualTo(event.reference());
            assertThat(its.json()).isEqualTo(event.json());
            assertThat(its.key()).isEqualTo("key ä");
        });
        assertThat(state(queue, event.reference())).isEqualTo("pending");
        requireNothing(consumer);
    }

    @Test
    public void deliversEventsEachForItselfInTheirOrder() {
        offer(queue, "1", "2", "3");
        List<Delivery> deliveries = take(consumer, 3);
        assertThat(deliveries).extracting(CastBench::texts).containsExactly(List.of("1"), List.of("2"), List.of("3"));
        assertThat(deliveries).extracting(Delivery::id).doesNotHaveDuplicates();
        assertThat(deliveries.get(0).events().get(0).key()).isNull();
    }

    @Test
    public void deliversTogetherWhatBelongsTogether() {
        offer(queue, castTogether("1", "2", "3"));
        Delivery delivery = takeOne(consumer);
        assertThat(texts(delivery)).containsExactly("1", "2", "3");
        assertThat(delivery.tracing()).isEqualTo(Map.of("traceparent", "00-ab:=&ä"));
    }

    @Test
    public void knowsTheResultOfWhatIsDone() {
        List<String> references = offer(queue, "1", "2");
        List<Delivery> deliveries = take(consumer, 2);
        settle(consumer, deliveries.get(0), done("{\"a\": 1}"), NOW);
        settle(consumer, deliveries.get(1), done(""), NOW);
        assertThat(state(queue, references.get(0))).isEqualTo("done {\"a\": 1}");
        assertThat(state(queue, references.get(1))).isEqualTo("done ");
        requireNothing(consumer);
        assertThat(await(queue.depths())).isEmpty();
    }

    @Test
    public void saysOfAResultThatItWasTooLarge() {
        String reference = offer(queue, "1").get(0);
        settle(consumer, takeOne(consumer), CastState.done(new byte[7_000_000]), NOW);
        assertThat(state(queue, reference)).isEqualTo("too large 7000000");
    }

    @Test
    public void keepsResultsForAWhileOnly() {
        open(new CastBounds(1_000, MOMENT));
        List<String> references = offer(queue, "1", "2", "3", "4");
        List<Delivery> deliveries = take(consumer, 4);
        settle(consumer, deliveries.get(1), dead("2"), NOW);
        settle(consumer, deliveries.get(2), failed("3"), HOUR);
        settle(consumer, deliveries.get(0), done("1"), NOW);
        awaitUntil(() -> state(queue, references.get(0)).equals("unknown"));
        assertThat(references.subList(1, 4))
                .extracting(reference -> state(queue, reference))
                .containsExactly("dead 2", "failed 3", "pending");
    }

    @Test
    public void knowsNothingOfWhatWasNeverCast() {
        assertThat(state(queue, "00112233445566778899aabbccddeeff")).isEqualTo("unknown");
        assertThat(state(queue, "")).isEqualTo("unknown");
        assertThat(state(queue, "a b*")).isEqualTo("unknown");
    }

    @Test
    public void whatFailedComesAgainAndIsCounted() {
        String reference = offer(queue, "1").get(0);
        settle(consumer, takeOne(consumer), failed("first"), MOMENT);
        assertThat(state(queue, reference)).isEqualTo("failed first");
        Delivery second = takeOne(consumer);
        assertThat(second.number()).isEqualTo(2);
        assertThat(texts(second)).containsExactly("1");
        settle(consumer, second, failed("second"), NOW);
        assertThat(takeOne(consumer).number()).isEqualTo(3);
        assertThat(depth(queue)).isEqualTo(new CastDepth(1, 0));
    }

    @Test
    public void whatFailedDoesNotComeBeforeItsTime() {
        offer(queue, "1", "2", "3");
        List<Delivery> deliveries = take(consumer, 3);
        settle(consumer, deliveries.get(0), failed(""), HOUR);
        settle(consumer, deliveries.get(1), failed(""), MOMENT);
        settle(consumer, deliveries.get(2), failed(""), HOUR);
        assertThat(texts(takeOne(consumer))).containsExactly("2");
        requireNothing(consumer);
        assertThat(depth(queue)).isEqualTo(new CastDepth(3, 0));
    }

    @Test
    public void ofADeliveryOnlyThoseComeAgainThatFailed() {
        List<String> references = offer(queue, castTogether("1", "2", "3", "4"));
        settle(consumer, takeOne(consumer), NOW, done("one"), failed("two"), dead("three"), failed("four"));
        assertThat(references)
                .extracting(reference -> state(queue, reference))
                .containsExactly("done one", "failed two", "dead three", "failed four");
        Delivery again = takeOne(consumer);
        assertThat(texts(again)).containsExactly("2", "4");
        assertThat(again.number()).isEqualTo(2);
        assertThat(again.tracing()).isNotEmpty();
        assertThat(depth(queue)).isEqualTo(new CastDepth(2, 1));
    }

    @Test
    public void whatHasNoStateComesAgainAsItWasWithoutBeingCounted() {
        List<String> references = offer(queue, castTogether("1", "2", "3"));
        settle(consumer, takeOne(consumer), NOW, failed("one"), null, null);
        Delivery second = takeOne(consumer);
        assertThat(texts(second)).containsExactly("1", "2", "3");
        settle(consumer, second, NOW, null, done("two"), null);
        Delivery third = takeOne(consumer);
        assertThat(texts(third)).containsExactly("1", "3");
        assertThat(third.number()).isEqualTo(2);
        assertThat(references)
                .extracting(reference -> state(queue, reference))
                .containsExactly("failed one", "done two", "pending");
    }

    @Test
    public void whatIsDeadRunsAgainWhenItIsRedriven() {
        List<String> references = offer(queue, castTogether("1", "2"));
        settle(consumer, takeOne(consumer), failed(""), NOW);
        settle(consumer, takeOne(consumer), dead("problem"), NOW);
        requireNothing(consumer);
        assertThat(depth(queue)).isEqualTo(new CastDepth(0, 2));
        assertThat(await(queue.redrive("another"))).isZero();
        assertThat(await(queue.redrive(PIPELINE))).isEqualTo(2);
        assertThat(await(queue.redrive(PIPELINE))).isZero();
        assertThat(state(queue, references.get(1))).isEqualTo("pending");
        assertThat(depth(queue)).isEqualTo(new CastDepth(2, 0));
        Delivery again = takeOne(consumer);
        assertThat(texts(again)).containsExactly("1", "2");
        assertThat(again.number()).isEqualTo(1);
        assertThat(again.tracing()).isNotEmpty();
    }

    @Test
    public void givesNoMoreThanThereIsRoomFor() {
        for (String pipeline : List.of("a", "b", "c")) {
            CastEvent[] events = {event("1"), event("2"), event("3")};
            offer(queue, new Cast(pipeline, List.of(events), false, Map.of()));
        }
        assertThat(takeAtOnce(consumer, new Room(0, Map.of(), 3))).isEmpty();
        assertThat(takeAtOnce(consumer, new Room(9, Map.of("a", 0, "b", 1), 2)))
                .extracting(Delivery::pipeline)
                .containsExactlyInAnyOrder("b", "c", "c");
        assertThat(takeAtOnce(consumer, new Room(4, Map.of(), 9))).hasSize(4);
        assertThat(takeAtOnce(consumer, new Room(9, Map.of(), 9))).hasSize(2);
    }

    @Test
    public void noPipelineStandsBackForEver() {
        for (String pipeline : List.of("a", "b", "c")) {
            CastEvent[] events = {event("1"), event("2"), event("3")};
            offer(queue, new Cast(pipeline, List.of(events), false, Map.of()));
        }
        assertThat(IntStream.range(0, 3)
                        .mapToObj(i -> takeAtOnce(consumer, new Room(1, Map.of(), 9))
                                .get(0)
                                .pipeline()))
                .containsExactlyInAnyOrder("a", "b", "c");
    }

    @Test
    public void whoWaitsGetsWhatIsOffered() {
        CompletableFuture<List<Delivery>> waiting = consumer.take(ROOM).subscribeAsCompletionStage();
        offer(queue, "1");
        assertThat(waiting.join()).singleElement().extracting(CastBench::texts).isEqualTo(List.of("1"));
    }

    @Test
    public void whoWaitsIsToldWhenThereIsRoomAgain() {
        offer(queue, "1", "2");
        Room one = new Room(1, Map.of(), 1);
        Delivery first = takeAtOnce(consumer, one).get(0);
        Room none = new Room(0, Map.of(), 1);
        CompletableFuture<List<Delivery>> waiting = consumer.take(none).subscribeAsCompletionStage();
        settle(consumer, first, done(""), NOW);
        consumer.wake();
        assertThat(waiting.join()).isEmpty();
        assertThat(takeAtOnce(consumer, one)).hasSize(1);
    }

    @Test
    public void ofSeveralConsumersOneGetsADelivery() {
        Casts casts = open(new CastBounds(10_000, HOUR));
        Set<String> seen = ConcurrentHashMap.newKeySet();
        List<CompletableFuture<Void>> consumers = IntStream.range(0, 3)
                .mapToObj(i -> another(casts))
                .map(its -> onItsOwnThread(() -> runAll(its, seen, 400)))
                .toList();
        List<CompletableFuture<Void>> casters = IntStream.range(0, 4)
                .mapToObj(i -> onItsOwnThread(() -> {
                    for (int n = 0; n < 100; n++) {
                        offer(queue, Integer.toString(n));
                    }
                }))
                .toList();
        casters.forEach(CompletableFuture::join);
        consumers.forEach(CompletableFuture::join);
        assertThat(seen).hasSize(400);
        assertThat(await(queue.depths())).isEmpty();
    }

    private static CompletableFuture<Void> onItsOwnThread(Runnable task) {
        return CompletableFuture.runAsync(task, run -> Thread.ofVirtual().start(run));
    }

    private static void runAll(CastConsumer consumer, Set<String> seen, int count) {
        awaitUntil(() -> {
            for (Delivery delivery : await(consumer.take(new Room(5, Map.of(), 5)))) {
                assertThat(seen.add(delivery.events().get(0).reference())).isTrue();
                settle(consumer, delivery, done(""), NOW);
            }
            return seen.size() >= count;
        });
    }

    @Test
    public void whatAConsumerHeldGoesToTheOthersWhenItIsClosed() {
        Casts casts = open(new CastBounds(1_000, HOUR));
        CastConsumer another = another(casts);
        offer(queue, castTogether("1", "2"));
        assertThat(takeOne(consumer).number()).isEqualTo(1);
        requireNothing(another);
        await(consumer.close());
        Delivery again = takeOne(another);
        assertThat(texts(again)).containsExactly("1", "2");
        assertThat(again.number()).isEqualTo(2);
    }

    @Test
    public void whoIsLateChangesOnlyWhatIsDone() {
        Casts casts = open(new CastBounds(1_000, HOUR));
        CastConsumer another = another(casts);
        List<String> references = offer(queue, castTogether("1", "2", "3"));
        Delivery late = takeOne(consumer);
        await(consumer.close());
        Delivery current = takeOne(another);
        settle(consumer, late, NOW, done("late"), failed("late"), dead("late"));
        assertThat(references)
                .extracting(reference -> state(queue, reference))
                .containsExactly("done late", "pending", "pending");
        settle(another, current, NOW, failed("now"), failed("now"), done("now"));
        assertThat(references)
                .extracting(reference -> state(queue, reference))
                .containsExactly("done late", "failed now", "done now");
        assertThat(texts(takeOne(another))).containsExactly("2");
        assertThat(depth(queue)).isEqualTo(new CastDepth(1, 0));
    }

    @Test
    public void whatIsDoneMeanwhileIsNotDelivered() {
        Casts casts = open(new CastBounds(1_000, HOUR));
        CastConsumer another = another(casts);
        offer(queue, "1");
        Delivery late = takeOne(consumer);
        await(consumer.close());
        settle(consumer, late, done("late"), NOW);
        requireNothing(another);
        assertThat(await(queue.depths())).isEmpty();
    }

    @Test
    public void settlingTwiceIsSettlingOnce() {
        offer(queue, castTogether("1", "2", "3"));
        Delivery delivery = takeOne(consumer);
        settle(consumer, delivery, NOW, done("1"), failed("2"), dead("3"));
        settle(consumer, delivery, NOW, done("1"), failed("2"), dead("3"));
        assertThat(depth(queue)).isEqualTo(new CastDepth(1, 1));
        assertThat(texts(takeOne(consumer))).containsExactly("2");
        requireNothing(consumer);
    }

    @Test
    public void isFullWithWhatWaitsAndWhatIsDead() {
        open(new CastBounds(3, HOUR));
        offer(queue, "1", "2");
        settle(consumer, take(consumer, 2).get(0), dead(""), NOW);
        assertThat(await(queue.offer(cast(event("3"), event("4"))))).isInstanceOf(Acceptance.Full.class);
        assertThat(depth(queue)).isEqualTo(new CastDepth(1, 1));
        offer(queue, "3");
        assertThat(await(queue.offer(cast(event("4"))))).isInstanceOf(Acceptance.Full.class);
        assertThat(offer(queue, new Cast("another", List.of(event("1")), false, Map.of())))
                .hasSize(1);
    }

    @Test
    public void takesWhatIsOfferedAgainOnce() {
        Cast cast = cast(event("1"), event("2"));
        assertThat(offer(queue, cast)).isEqualTo(offer(queue, cast));
        assertThat(depth(queue)).isEqualTo(new CastDepth(2, 0));
        take(consumer, 2);
        requireNothing(consumer);
    }

    @Test
    public void forgetsWhatIsNotDoneOfAPipeline() {
        List<String> references = offer(queue, "done", "held", "dead", "later");
        List<Delivery> deliveries = take(consumer, 4);
        settle(consumer, deliveries.get(0), done(""), NOW);
        settle(consumer, deliveries.get(2), dead(""), NOW);
        settle(consumer, deliveries.get(3), failed(""), MOMENT);
        String waiting = offer(queue, "waiting").get(0);
        String others = offer(queue, new Cast("another", List.of(event("1")), false, Map.of()))
                .get(0);
        await(queue.forget(PIPELINE));
        assertThat(references)
                .extracting(reference -> state(queue, reference))
                .containsExactly("done ", "unknown", "unknown", "unknown");
        assertThat(state(queue, waiting)).isEqualTo("unknown");
        settle(consumer, deliveries.get(1), failed(""), NOW);
        assertThat(await(queue.redrive(PIPELINE))).isZero();
        assertThat(takeOne(consumer).events().get(0).reference()).isEqualTo(others);
        assertThat(await(queue.depths())).containsOnlyKeys("another");
        assertThat(state(queue, offer(queue, "new").get(0))).isEqualTo("pending");
        assertThat(texts(takeOne(consumer))).containsExactly("new");
    }
}
