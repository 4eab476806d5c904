package dev.krakenflow.store.redis;

import static dev.krakenflow.cast.CastBench.await;
import static dev.krakenflow.cast.CastBench.offer;
import static dev.krakenflow.cast.CastBench.texts;
import static org.assertj.core.api.Assertions.assertThat;

import dev.krakenflow.cast.CastBounds;
import dev.krakenflow.cast.CastQueue;
import dev.krakenflow.cast.Delivery;
import dev.krakenflow.store.testing.RedisBinary;
import dev.krakenflow.store.testing.RedisServer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class HeldDeliveriesIT {

    private static final String CONSUMER = "it";
    private static final Duration HOUR = Duration.ofHours(1);

    private RedisServer server;
    private RedisClients clients;
    private PipelinedConnection connection;
    private CastQueue queue;

    @BeforeEach
    void start() {
        server = RedisServer.start(RedisBinary.embedded());
        clients = new RedisClients(server);
        connection = clients.connection();
        queue = new RedisCastQueue(connection, CastBounds.DEFAULT);
        assertThat(taken()).isEmpty();
    }

    @AfterEach
    void close() {
        clients.close();
        server.close();
    }

    @Test
    void whatALostAnswerHeldComesAgain() {
        HeldDeliveries held = new HeldDeliveries(connection, CONSUMER, HOUR);
        offer(queue, "known");
        held.asked();
        held.add(taken());
        offer(queue, "lost");
        held.asked();
        assertThat(taken()).hasSize(1);
        await(held.check());
        List<Delivery> again = taken();
        assertThat(again).singleElement().satisfies(delivery -> {
            assertThat(texts(delivery)).containsExactly("lost");
            assertThat(delivery.number()).isEqualTo(2);
        });
        held.add(again);
        await(held.check());
        assertThat(taken()).isEmpty();
    }

    @Test
    void whatIsNotKnownComesAgainAfterAWhileInAnyCase() {
        HeldDeliveries held = new HeldDeliveries(connection, CONSUMER, Duration.ZERO);
        offer(queue, "late");
        assertThat(taken()).hasSize(1);
        await(held.check());
        assertThat(taken()).hasSize(1);
    }

    @Test
    void whatIsSettledIsNotKnownAnyMore() {
        HeldDeliveries held = new HeldDeliveries(connection, CONSUMER, Duration.ZERO);
        offer(queue, "1");
        List<Delivery> first = taken();
        held.add(first);
        held.remove(first.get(0));
        await(held.check());
        assertThat(taken()).hasSize(1);
    }

    private List<Delivery> taken() {
        CastScript.Arguments arguments = CastScript.arguments()
                .add(CONSUMER)
                .add(HOUR.toMillis())
                .add(10)
                .add(10);
        return CastAnswer.of(await(new CastScript("cast-take.lua").run(connection, arguments)))
                .deliveries();
    }
}
