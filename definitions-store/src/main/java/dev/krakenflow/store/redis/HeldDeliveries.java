package dev.krakenflow.store.redis;

import dev.krakenflow.cast.Delivery;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The deliveries that a consumer has got. Redis may think that it has more, where an answer was lost: those are given back
 * before the next are asked for, and after a while in any case, since a request can be late too.
 */
final class HeldDeliveries {

    private final PipelinedConnection connection;
    private final String consumer;
    private final long trustNanos;
    private final CastScript giveBack = new CastScript("cast-give-back.lua");
    private final Set<String> deliveries = ConcurrentHashMap.newKeySet();
    // Of who asks, one at a time.
    private volatile boolean answerIsOut;
    private volatile long checkedNanos = System.nanoTime();

    /** @param trust how long it is believed that Redis knows of no more */
    HeldDeliveries(PipelinedConnection connection, String consumer, Duration trust) {
        this.connection = connection;
        this.consumer = consumer;
        this.trustNanos = trust.toNanos();
    }

    /** Makes sure that Redis knows of no more than there are here, where that is in doubt. */
    Uni<Void> check() {
        long now = System.nanoTime();
        if (!answerIsOut && now - checkedNanos < trustNanos) {
            return Uni.createFrom().voidItem();
        }
        CastScript.Arguments arguments = CastScript.arguments().add(consumer).add(0);
        deliveries.forEach(arguments::add);
        return giveBack.run(connection, arguments)
                .onItem()
                .invoke(() -> {
                    answerIsOut = false;
                    checkedNanos = now;
                })
                .replaceWithVoid();
    }

    /** Some are asked for. */
    void asked() {
        answerIsOut = true;
    }

    /** Those that were asked for have come. */
    void add(List<Delivery> answered) {
        answered.forEach(delivery -> deliveries.add(word(delivery)));
        answerIsOut = false;
    }

    /** It was settled. */
    void remove(Delivery delivery) {
        deliveries.remove(word(delivery));
    }

    /** Gives everything back, and tells that the consumer is none any more. */
    Uni<Void> giveAllBack() {
        return giveBack.run(connection, CastScript.arguments().add(consumer).add(1))
                .replaceWithVoid();
    }

    private static String word(Delivery delivery) {
        return RedisKeys.word(delivery.pipeline()) + " " + delivery.id();
    }
}
