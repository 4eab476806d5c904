package dev.krakenflow.cast;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.krakenflow.store.StoreUnavailableException;
import io.smallrye.mutiny.Uni;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What tests of queues do with them. Waits for as long as it takes, within a patience that no test reaches. */
public final class CastBench {

    public static final String PIPELINE = "orders";
    public static final Room ROOM = new Room(1_000, Map.of(), 1_000);

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration MOMENT = Duration.ofMillis(1);
    private static final SecureRandom RANDOM = new SecureRandom();

    private CastBench() {}

    public static <T> T await(Uni<T> uni) {
        return uni.await().atMost(PATIENCE);
    }

    public static void awaitUntil(BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("patience").isLessThan(end);
            LockSupport.parkNanos(MOMENT.toNanos());
        }
    }

    public static CastEvent event(String json) {
        return event(json, null);
    }

    public static CastEvent event(String json, @Nullable CastOnce once) {
        return new CastEvent(CastReference.next(RANDOM), bytes(json), null, once);
    }

    /** Events of the pipeline, each for itself. */
    public static Cast cast(CastEvent... events) {
        return new Cast(PIPELINE, List.of(events), false, Map.of());
    }

    public static Cast castTogether(String... json) {
        return new Cast(
                PIPELINE, Stream.of(json).map(CastBench::event).toList(), true, Map.of("traceparent", "00-ab:=&ä"));
    }

    /** The references of a cast that is taken. */
    public static List<String> offer(CastQueue queue, Cast cast) {
        Acceptance acceptance = await(queue.offer(cast));
        assertThat(acceptance).isInstanceOf(Acceptance.Accepted.class);
        return ((Acceptance.Accepted) acceptance).references();
    }

    /** Offers single events of the pipeline. */
    public static List<String> offer(CastQueue queue, String... json) {
        return offer(queue, cast(Stream.of(json).map(CastBench::event).toArray(CastEvent[]::new)));
    }

    /** The deliveries that a consumer gets, at least that many. */
    public static List<Delivery> take(CastConsumer consumer, int count) {
        List<Delivery> taken = new ArrayList<>();
        awaitUntil(() -> {
            taken.addAll(await(consumer.take(ROOM)));
            return taken.size() >= count;
        });
        assertThat(taken).hasSize(count);
        return taken;
    }

    public static Delivery takeOne(CastConsumer consumer) {
        return take(consumer, 1).get(0);
    }

    /** What a consumer gets without waiting. */
    public static List<Delivery> takeAtOnce(CastConsumer consumer, Room room) {
        consumer.wake();
        return await(consumer.take(room));
    }

    /** Waits until a queue that was away answers a consumer and everybody else. */
    public static void awaitAnswer(CastQueue queue, CastConsumer consumer) {
        awaitUntil(() -> {
            try {
                await(queue.depths());
                return takeAtOnce(consumer, new Room(0, Map.of(), 0)).isEmpty();
            } catch (StoreUnavailableException e) {
                return false;
            }
        });
    }

    public static void requireNothing(CastConsumer consumer) {
        assertThat(takeAtOnce(consumer, ROOM)).isEmpty();
    }

    /** Settles all events of a delivery alike. */
    public static void settle(CastConsumer consumer, Delivery delivery, CastState state, Duration again) {
        CastState[] states = new CastState[delivery.events().size()];
        Arrays.fill(states, state);
        settle(consumer, delivery, again, states);
    }

    /** Settles the events of a delivery in their order; null: without a state. */
    public static void settle(CastConsumer consumer, Delivery delivery, Duration again, @Nullable CastState... states) {
        Map<String, CastState> byReference = new HashMap<>();
        for (int i = 0; i < states.length; i++) {
            if (states[i] != null) {
                byReference.put(delivery.events().get(i).reference(), states[i]);
            }
        }
        await(consumer.settle(delivery, byReference, again));
    }

    public static CastState done(String json) {
        return CastState.done(bytes(json));
    }

    public static CastState failed(String json) {
        return new CastState.Failed(bytes(json));
    }

    public static CastState dead(String json) {
        return new CastState.Dead(bytes(json));
    }

    /** The state of an event in a word, with its JSON text. */
    public static String state(CastQueue queue, String reference) {
        return word(await(queue.find(reference)));
    }

    /** A state in a word, with its JSON text. */
    public static String word(@Nullable CastState state) {
        return switch (state) {
            case null -> "unknown";
            case CastState.Pending it -> "pending";
            case CastState.Done it -> "done " + text(it.json());
            case CastState.TooLarge it -> "too large " + it.bytes();
            case CastState.Failed it -> "failed " + text(it.json());
            case CastState.Dead it -> "dead " + text(it.json());
        };
    }

    /** The JSON texts of the events of a delivery. */
    public static List<String> texts(Delivery delivery) {
        return delivery.events().stream().map(event -> text(event.json())).toList();
    }

    public static CastDepth depth(CastQueue queue) {
        return await(queue.depths()).getOrDefault(PIPELINE, new CastDepth(0, 0));
    }

    private static String text(byte[] json) {
        return new String(json, UTF_8);
    }

    private static byte[] bytes(String json) {
        return json.getBytes(UTF_8);
    }
}
