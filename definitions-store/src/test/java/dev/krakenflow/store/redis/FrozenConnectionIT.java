package dev.krakenflow.store.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.krakenflow.store.testing.RedisBinary;
import dev.krakenflow.store.testing.RedisServer;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.Request;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A process that was frozen finds a connection that looks as it was, and on which nothing comes back any more. */
final class FrozenConnectionIT {

    private final Vertx vertx = Vertx.vertx();
    private final AtomicLong millis = new AtomicLong(1_000_000);
    private final AtomicInteger connections = new AtomicInteger();

    /** Connections up to this one are dead: what is sent on them goes nowhere. */
    private final AtomicInteger dead = new AtomicInteger();

    private RedisServer server;
    private PipelinedConnection connection;

    @BeforeEach
    void start() {
        server = RedisServer.start(RedisBinary.embedded());
        NetServer between = vertx.createNetServer()
                .connectHandler(this::passOn)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        Redis redis = Redis.createClient(vertx, "redis://127.0.0.1:" + between.actualPort());
        connection = new PipelinedConnection(
                redis, vertx, ConnectionLimits.DEFAULT, () -> Instant.ofEpochMilli(millis.get()));
    }

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
        server.close();
    }

    @Test
    void after_a_long_silence_a_dead_connection_is_replaced_before_anything_is_sent_on_it() {
        assertThat(increment()).isEqualTo(1);
        dead.set(connections.get());
        millis.addAndGet(30_001);

        assertThat(increment()).isEqualTo(2);
        assertThat(connections).hasValue(2);
    }

    @Test
    void after_a_long_silence_a_connection_that_answers_is_kept() {
        assertThat(increment()).isEqualTo(1);
        millis.addAndGet(30_001);

        assertThat(increment()).isEqualTo(2);
        assertThat(increment()).isEqualTo(3);
        assertThat(connections).hasValue(1);
    }

    private int increment() {
        return connection
                .send(Request.cmd(Command.INCR).arg("n"))
                .await()
                .atMost(Duration.ofSeconds(10))
                .toInteger();
    }

    private void passOn(NetSocket caller) {
        int number = connections.incrementAndGet();
        caller.pause();
        vertx.createNetClient().connect(server.port(), "127.0.0.1").onSuccess(redis -> {
            caller.handler(bytes -> {
                if (number > dead.get()) {
                    redis.write(bytes);
                }
            });
            redis.handler(caller::write);
            caller.resume();
        });
    }
}
