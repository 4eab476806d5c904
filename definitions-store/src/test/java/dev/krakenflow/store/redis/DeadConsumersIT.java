package dev.krakenflow.store.redis;

import static dev.krakenflow.cast.CastBench.await;
import static dev.krakenflow.cast.CastBench.awaitAnswer;
import static dev.krakenflow.cast.CastBench.awaitUntil;
import static dev.krakenflow.cast.CastBench.cast;
import static dev.krakenflow.cast.CastBench.castTogether;
import static dev.krakenflow.cast.CastBench.done;
import static dev.krakenflow.cast.CastBench.event;
import static dev.krakenflow.cast.CastBench.offer;
import static dev.krakenflow.cast.CastBench.requireNothing;
import static dev.krakenflow.cast.CastBench.settle;
import static dev.krakenflow.cast.CastBench.state;
import static dev.krakenflow.cast.CastBench.takeOne;
import static dev.krakenflow.cast.CastBench.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.krakenflow.cast.Acceptance;
import dev.krakenflow.cast.CastBounds;
import dev.krakenflow.cast.CastConsumer;
import dev.krakenflow.cast.CastQueue;
import dev.krakenflow.cast.Delivery;
import dev.krakenflow.store.StoreUnavailableException;
import dev.krakenflow.store.testing.RedisBinary;
import dev.krakenflow.store.testing.RedisServer;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Redis;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** What becomes of the deliveries of processes that die, and of those that only seem to. */
@ParameterizedClass
@MethodSource("servers")
final class DeadConsumersIT {

    /** Half of it is longer than it takes to connect again. */
    private static final Duration GONE = Duration.ofSeconds(2);

    private static final CastPulse QUICK = new CastPulse(Duration.ofMillis(200), GONE);

    private final RedisServer server;
    private final RedisClients clients;
    private final RedisCasts casts;
    private final CastQueue queue;

    DeadConsumersIT(RedisServer server) {
        this.server = server;
        server.empty();
        clients = new RedisClients(server);
        casts = new RedisCasts(vertx -> Redis.createClient(vertx, server.url()), CastBounds.DEFAULT, QUICK);
        queue = casts.queue();
    }

    static Stream<RedisServer> servers() {
        return RedisBinary.all().stream().map(RedisServer::start);
    }

    @AfterEach
    void close() {
        casts.close();
        clients.close();
    }

    @Test
    void whatADeadConsumerHeldGoesToTheOthers() {
        Vertx process = casts.vertx();
        CastConsumer dying = consumer(process);
        List<String> references = offer(queue, castTogether("1", "2"));
        Delivery first = takeOne(dying);
        CastConsumer other = consumer(casts.vertx());
        kill(process);
        Delivery again = takeOne(other);
        assertThat(texts(again)).containsExactly("1", "2");
        assertThat(again.number()).isEqualTo(2);
        assertThat(again.id()).isNotEqualTo(first.id());
        settle(other, again, done("it"), Duration.ZERO);
        assertThat(state(queue, references.get(1))).isEqualTo("done it");
        assertThat(await(queue.depths())).isEmpty();
    }

    @Test
    void nothingIsTakenWhenAllConsumersAreDead() {
        Vertx process = casts.vertx();
        consumer(process);
        offer(queue, "1");
        kill(process);
        awaitUntil(() -> await(queue.offer(cast(event("2")))) instanceof Acceptance.NoConsumer);
    }

    @Test
    void aConsumerThatIsBusyKeepsWhatItHas() {
        CastConsumer busy = consumer(casts.vertx());
        offer(queue, "of the busy one");
        takeOne(busy);
        requireOnlyTheDeadLose();
    }

    @Test
    void nobodyIsDeadBecauseRedisWasAway() {
        List<CastConsumer> silent = List.of(consumer(casts.vertx()), consumer(casts.vertx()));
        silent.forEach(consumer -> {
            offer(queue, "of who is silent");
            takeOne(consumer);
        });
        server.freeze();
        try {
            long end = System.nanoTime() + 2 * GONE.toNanos();
            awaitUntil(() -> {
                assertThatThrownBy(() -> await(queue.offer(cast(event("1")))))
                        .isInstanceOf(StoreUnavailableException.class);
                return System.nanoTime() > end;
            });
        } finally {
            server.thaw();
        }
        silent.forEach(consumer -> awaitAnswer(queue, consumer));
        requireOnlyTheDeadLose();
    }

    /** Another one dies and loses what it has, by which time everybody would have lost it who was thought dead. */
    private void requireOnlyTheDeadLose() {
        Vertx process = casts.vertx();
        CastConsumer dying = consumer(process);
        offer(queue, "of the dead one");
        assertThat(texts(takeOne(dying))).containsExactly("of the dead one");
        kill(process);
        CastConsumer heir = consumer(casts.vertx());
        assertThat(texts(takeOne(heir))).containsExactly("of the dead one");
        requireNothing(heir);
    }

    private CastConsumer consumer(Vertx process) {
        CastConsumer consumer = casts.consumer(process);
        requireNothing(consumer);
        return consumer;
    }

    /** Its timers and connections end at once, without a word. */
    private static void kill(Vertx process) {
        process.close().toCompletionStage().toCompletableFuture().join();
    }
}
