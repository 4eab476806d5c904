package dev.krakenflow.cast;

import static dev.krakenflow.cast.CastBench.await;
import static dev.krakenflow.cast.CastBench.awaitUntil;
import static dev.krakenflow.cast.CastBench.cast;
import static dev.krakenflow.cast.CastBench.depth;
import static dev.krakenflow.cast.CastBench.done;
import static dev.krakenflow.cast.CastBench.event;
import static dev.krakenflow.cast.CastBench.offer;
import static dev.krakenflow.cast.CastBench.requireNothing;
import static dev.krakenflow.cast.CastBench.settle;
import static dev.krakenflow.cast.CastBench.state;
import static dev.krakenflow.cast.CastBench.take;
import static dev.krakenflow.cast.CastBench.takeOne;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How every {@link CastQueue} knows events again. An adapter's test extends this and opens an empty queue for each test. */
public abstract class CastOnceContract {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration MOMENT = Duration.ofMillis(1);

    private CastQueue queue;
    private CastConsumer consumer;

    /** A queue without anything, which consumers share. */
    protected abstract Casts casts(CastBounds bounds);

    @BeforeEach
    public void openWithAConsumer() {
        open(new CastBounds(3, HOUR));
    }

    private void open(CastBounds bounds) {
        Casts casts = casts(bounds);
        queue = casts.queue();
        consumer = casts.consumer();
        requireNothing(consumer);
    }

    @Test
    public void theSameEventHasItsReferenceAlready() {
        List<String> first = offer(queue, cast(once("a", "1")));
        assertThat(offer(queue, cast(once("a", "1")))).isEqualTo(first);
        settle(consumer, takeOne(consumer), done("it"), Duration.ZERO);
        assertThat(offer(queue, cast(once("a", "1")))).isEqualTo(first);
        requireNothing(consumer);
        assertThat(state(queue, first.get(0))).isEqualTo("done it");
    }

    @Test
    public void anotherEventOfTheSameKeyIsRefusedWithAllThatCameWithIt() {
        offer(queue, cast(once("a", "1")));
        assertThat(await(queue.offer(cast(event("new"), once("a", "2"), once("a", "3")))))
                .isEqualTo(new Acceptance.Mismatch(1));
        assertThat(depth(queue)).isEqualTo(new CastDepth(1, 0));
    }

    @Test
    public void eventsOfOneCastAreKnownAgainToo() {
        List<String> references = offer(queue, cast(once("a", "1"), event("2"), once("a", "1")));
        assertThat(references.get(2)).isEqualTo(references.get(0));
        assertThat(depth(queue)).isEqualTo(new CastDepth(2, 0));
        assertThat(await(queue.offer(cast(once("b", "1"), once("b", "2"))))).isEqualTo(new Acceptance.Mismatch(1));
    }

    @Test
    public void whatIsKnownNeedsNeitherRoomNorAConsumer() {
        List<String> first = offer(queue, cast(once("a", "1"), event("2"), event("3")));
        assertThat(await(queue.offer(cast(once("a", "1"), event("4"))))).isInstanceOf(Acceptance.Full.class);
        assertThat(offer(queue, cast(once("a", "1")))).containsExactly(first.get(0));
        await(consumer.close());
        assertThat(offer(queue, cast(once("a", "1")))).containsExactly(first.get(0));
    }

    @Test
    public void keysOfDifferentPipelinesAreKeptApart() {
        open(new CastBounds(1_000, HOUR));
        List<String> words = List.of("a", "A", "a:b", "a b", "a%3Ab", "ä", "😀", "b".repeat(1_000), "b".repeat(1_001));
        Set<String> references = new HashSet<>();
        for (String pipeline : words) {
            for (String key : words) {
                references.addAll(offer(queue, new Cast(pipeline, List.of(once(key, key)), false, Map.of())));
            }
        }
        assertThat(references).hasSize(words.size() * words.size());
    }

    @Test
    public void aKeyEndsWithItsTime() {
        List<String> first = offer(queue, cast(event("1", new CastOnce("a", "1", MOMENT))));
        awaitUntil(() -> await(queue.offer(cast(once("a", "2")))) instanceof Acceptance.Accepted);
        assertThat(state(queue, first.get(0))).isEqualTo("pending");
        assertThat(depth(queue)).isEqualTo(new CastDepth(2, 0));
    }

    @Test
    public void aResultIsKeptAsLongAsItsKey() {
        open(new CastBounds(3, MOMENT));
        List<String> references = offer(queue, cast(once("a", "1"), event("2")));
        take(consumer, 2).forEach(delivery -> settle(consumer, delivery, done("it"), Duration.ZERO));
        awaitUntil(() -> state(queue, references.get(1)).equals("unknown"));
        assertThat(state(queue, references.get(0))).isEqualTo("done it");
    }

    @Test
    public void aKeyStandsForNothingWhenItsEventIsForgotten() {
        List<String> first = offer(queue, cast(once("a", "1")));
        await(queue.forget(CastBench.PIPELINE));
        List<String> second = offer(queue, cast(once("a", "2")));
        assertThat(second).isNotEqualTo(first);
        assertThat(state(queue, second.get(0))).isEqualTo("pending");
    }

    private static CastEvent once(String key, String fingerprint) {
        return event("1", new CastOnce(key, fingerprint, HOUR));
    }
}
