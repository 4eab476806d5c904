package dev.krakenflow.store.redis;

import static dev.krakenflow.cast.CastBench.PIPELINE;
import static dev.krakenflow.cast.CastBench.ROOM;
import static dev.krakenflow.cast.CastBench.await;
import static dev.krakenflow.cast.CastBench.awaitAnswer;
import static dev.krakenflow.cast.CastBench.awaitUntil;
import static dev.krakenflow.cast.CastBench.cast;
import static dev.krakenflow.cast.CastBench.dead;
import static dev.krakenflow.cast.CastBench.done;
import static dev.krakenflow.cast.CastBench.event;
import static dev.krakenflow.cast.CastBench.failed;
import static dev.krakenflow.cast.CastBench.offer;
import static dev.krakenflow.cast.CastBench.requireNothing;
import static dev.krakenflow.cast.CastBench.settle;
import static dev.krakenflow.cast.CastBench.state;
import static dev.krakenflow.cast.CastBench.take;
import static dev.krakenflow.cast.CastBench.takeOne;
import static dev.krakenflow.cast.CastBench.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.krakenflow.cast.Acceptance;
import dev.krakenflow.cast.CastBounds;
import dev.krakenflow.cast.CastConsumer;
import dev.krakenflow.cast.CastQueue;
import dev.krakenflow.cast.Delivery;
import dev.krakenflow.cast.Room;
import dev.krakenflow.store.StoreUnavailableException;
import dev.krakenflow.store.testing.RedisBinary;
import dev.krakenflow.store.testing.RedisServer;
import io.smallrye.mutiny.Uni;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.Request;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Redis goes away while events are cast and run, and comes back with them. */
@ParameterizedClass
@MethodSource("binaries")
final class CastOutageIT {

    private static final Duration NOW = Duration.ZERO;

    private final RedisServer server;
    private final RedisClients clients;
    private final RedisCasts casts;
    private final CastQueue queue;
    private final CastConsumer consumer;

    CastOutageIT(RedisBinary binary) {
        server = RedisServer.startDurable(binary);
        clients = new RedisClients(server);
        casts = new RedisCasts(vertx -> Redis.createClient(vertx, server.url()), CastBounds.DEFAULT, RedisCasts.SLOW);
        queue = casts.queue();
        consumer = casts.consumer();
        requireNothing(consumer);
    }

    static List<RedisBinary> binaries() {
        return RedisBinary.all();
    }

    @AfterEach
    void close() {
        casts.close();
        clients.close();
        server.close();
    }

    @Test
    void nothingIsLostWhenRedisStops() {
        List<String> references = offer(queue, "held", "failed", "waiting", "dead");
        List<Delivery> deliveries = take(consumer, 4);
        settle(consumer, deliveries.get(1), failed("problem"), Duration.ofMillis(1));
        settle(consumer, deliveries.get(2), NOW);
        settle(consumer, deliveries.get(3), dead("problem"), NOW);
        server.stop();
        requireUnavailable(() -> queue.offer(cast(event("5"))));
        requireUnavailable(() -> queue.find(references.get(0)));
        requireUnavailable(queue::depths);
        requireUnavailable(() -> queue.redrive(PIPELINE));
        requireUnavailable(() -> queue.forget(PIPELINE));
        requireUnavailable(() -> consumer.take(ROOM));
        requireUnavailable(() -> consumer.settle(deliveries.get(0), Map.of(), NOW));
        server.startAgain();
        awaitAnswer(queue, consumer);
        settle(consumer, deliveries.get(0), done("it"), NOW);
        assertThat(references)
                .extracting(reference -> state(queue, reference))
                .containsExactly("done it", "failed problem", "pending", "dead problem");
        assertThat(await(queue.redrive(PIPELINE))).isEqualTo(1);
        List<Delivery> again = take(consumer, 3);
        assertThat(again)
                .extracting(delivery -> texts(delivery).get(0))
                .containsExactlyInAnyOrder("failed", "waiting", "dead");
    }

    @Test
    void whoWaitsIsToldThatRedisHangsAndGetsWhatComesWhenItGoesOn() {
        Uni<List<Delivery>> waiting = consumer.take(ROOM).memoize().indefinitely();
        waiting.subscribe().with(ignored -> {}, failure -> {});
        server.freeze();
        try {
            requireUnavailable(() -> queue.offer(cast(event("1"))));
            requireUnavailable(() -> queue.find("00112233445566778899aabbccddeeff"));
            assertThatThrownBy(() -> await(waiting)).isInstanceOf(StoreUnavailableException.class);
        } finally {
            server.thaw();
        }
        awaitAnswer(queue, consumer);
        offer(queue, "2");
        awaitUntil(() -> taken().contains("2"));
    }

    private List<String> taken() {
        return await(consumer.take(ROOM)
                        .onFailure(StoreUnavailableException.class)
                        .recoverWithItem(List.of()))
                .stream()
                .flatMap(delivery -> texts(delivery).stream())
                .toList();
    }

    @Test
    void goesOnWhenRedisHasForgottenEverything() {
        offer(queue, "1", "2");
        Delivery lost = take(consumer, 2).get(0);
        server.empty();
        settle(consumer, lost, failed(""), NOW);
        requireNothing(consumer);
        String reference = offer(queue, "3").get(0);
        settle(consumer, takeOne(consumer), done("it"), NOW);
        assertThat(state(queue, reference)).isEqualTo("done it");
        assertThat(await(queue.depths())).isEmpty();
    }

    @Test
    void aConsumerThatIsOnlyHeardIsThereAgainWhenRedisHasForgottenEverything() {
        server.empty();
        awaitUntil(() -> await(queue.offer(cast(event("1")))) instanceof Acceptance.Accepted);
    }

    @Test
    void scriptsAndGroupsThatRedisForgotAreThereAgain() {
        offer(queue, "1", "2");
        takeOneOfMany();
        PipelinedConnection connection = clients.connection();
        await(connection.send(Request.cmd(Command.SCRIPT).arg("FLUSH")));
        await(connection.send(Request.cmd(Command.XGROUP)
                .arg("DESTROY")
                .arg("{casts}:stream:" + PIPELINE)
                .arg("casts")));
        offer(queue, "3");
        take(consumer, 3).forEach(delivery -> settle(consumer, delivery, done(""), NOW));
        assertThat(await(queue.depths())).isEmpty();
    }

    private void takeOneOfMany() {
        assertThat(await(consumer.take(new Room(1, Map.of(), 1)))).hasSize(1);
    }

    private static void requireUnavailable(Supplier<Uni<?>> use) {
        assertThatThrownBy(() -> use.get().await().atMost(Duration.ofSeconds(1)))
                .isInstanceOf(StoreUnavailableException.class);
    }
}
