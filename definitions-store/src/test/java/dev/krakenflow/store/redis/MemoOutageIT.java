package dev.krakenflow.store.redis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.krakenflow.memo.KeyValues;
import dev.krakenflow.memo.MemoKey;
import dev.krakenflow.memo.MemoStore;
import dev.krakenflow.memo.StoredMemo;
import dev.krakenflow.store.StoreUnavailableException;
import dev.krakenflow.store.testing.RedisBinary;
import dev.krakenflow.store.testing.RedisServer;
import io.smallrye.mutiny.Uni;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Redis goes away while memos and values are used, and comes back with them. */
@ParameterizedClass
@MethodSource("binaries")
final class MemoOutageIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final MemoKey COUNT = new MemoKey("orders", "count", null);
    private static final byte[] ONE = "1".getBytes(UTF_8);

    private final RedisServer server;
    private final RedisClients clients;
    private final PipelinedConnection connection;
    private final MemoStore memos;
    private final KeyValues values;

    MemoOutageIT(RedisBinary binary) {
        server = RedisServer.startDurable(binary);
        clients = new RedisClients(server);
        connection = clients.connection();
        memos = new RedisMemoStore(connection);
        values = new RedisKeyValues(connection);
    }

    static List<RedisBinary> binaries() {
        return RedisBinary.all();
    }

    @AfterEach
    void close() {
        clients.close();
        server.close();
    }

    @Test
    void sayWithinASecondThatRedisIsAwayAndWorkWhenItIsBack() {
        remember();
        server.stop();
        requireAllUnavailable();
        server.startAgain();
        awaitAnswer();
        requireRemembered();
    }

    @Test
    void sayWithinASecondThatRedisHangsAndWorkWhenItGoesOn() {
        remember();
        server.freeze();
        try {
            requireUnavailable(() -> memos.read(COUNT));
            requireUnavailable(() -> memos.replace(COUNT, new StoredMemo(null, ""), ONE, null));
            requireUnavailable(() -> values.get("visits", "a"));
        } finally {
            server.thaw();
        }
        awaitAnswer();
        requireRemembered();
    }

    @Test
    void scriptsThatRedisForgotAreSentAgain() {
        remember();
        await(connection.send(Request.cmd(Command.SCRIPT).arg("FLUSH")));
        requireRemembered();
    }

    private void remember() {
        assertThat(await(memos.replace(COUNT, await(memos.read(COUNT)), ONE, null)))
                .isTrue();
        await(values.set("visits", "a", ONE, null));
    }

    private void requireRemembered() {
        StoredMemo read = await(memos.read(COUNT));
        assertThat(read.json()).isEqualTo(ONE);
        assertThat(await(memos.replace(COUNT, read, ONE, MINUTE))).isTrue();
        assertThat(await(values.increment("visits", "a", BigDecimal.ONE, null))).isEqualByComparingTo("2");
        await(memos.forget("orders"));
        assertThat(await(memos.read(COUNT)).json()).isNull();
    }

    private void requireAllUnavailable() {
        requireUnavailable(() -> memos.read(COUNT));
        requireUnavailable(() -> memos.replace(COUNT, new StoredMemo(null, ""), ONE, null));
        requireUnavailable(() -> memos.replace(COUNT, new StoredMemo(ONE, "some"), ONE, null));
        requireUnavailable(() -> memos.lease(COUNT, MINUTE));
        requireUnavailable(() -> memos.release(COUNT, "some"));
        requireUnavailable(() -> memos.forget("orders"));
        requireUnavailable(() -> values.get("visits", "a"));
        requireUnavailable(() -> values.set("visits", "a", ONE, null));
        requireUnavailable(() -> values.getAndSet("visits", "a", ONE, MINUTE));
        requireUnavailable(() -> values.delete("visits", "a"));
        requireUnavailable(() -> values.increment("visits", "a", BigDecimal.ONE, null));
    }

    private void awaitAnswer() {
        memos.read(COUNT)
                .onFailure(StoreUnavailableException.class)
                .retry()
                .withBackOff(Duration.ofMillis(50), Duration.ofMillis(100))
                .expireIn(PATIENCE.toMillis())
                .await()
                .atMost(PATIENCE);
    }

    private static void requireUnavailable(Supplier<Uni<?>> use) {
        assertThatThrownBy(() -> use.get().await().atMost(Duration.ofSeconds(1)))
                .isInstanceOf(StoreUnavailableException.class);
    }

    private static <T> T await(Uni<T> uni) {
        return uni.await().atMost(PATIENCE);
    }
}
