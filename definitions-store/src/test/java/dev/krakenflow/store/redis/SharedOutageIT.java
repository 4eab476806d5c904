package dev.krakenflow.store.redis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.krakenflow.idempotency.Claim;
import dev.krakenflow.idempotency.IdempotencyKey;
import dev.krakenflow.idempotency.IdempotencyStore;
import dev.krakenflow.policy.SharedCache;
import dev.krakenflow.policy.SharedRateLimit;
import dev.krakenflow.store.StoreUnavailableException;
import dev.krakenflow.store.testing.RedisBinary;
import dev.krakenflow.store.testing.RedisServer;
import io.smallrye.mutiny.Uni;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Redis goes away while answers, limits and a cache are used, and comes back with them. */
@ParameterizedClass
@MethodSource("binaries")
final class SharedOutageIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final IdempotencyKey ORDER = new IdempotencyKey("orders", "order 7");
    private static final byte[] ANSWER = "42".getBytes(UTF_8);

    private final RedisServer server;
    private final RedisClients clients;
    private final PipelinedConnection connection;
    private final IdempotencyStore answers;
    private final SharedRateLimit limits;
    private final SharedCache cache;

    SharedOutageIT(RedisBinary binary) {
        server = RedisServer.startDurable(binary);
        clients = new RedisClients(server);
        connection = clients.connection();
        answers = new RedisIdempotencyStore(connection);
        limits = new RedisSharedRateLimit(connection);
        cache = new RedisSharedCache(connection);
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
        String token = remember();
        server.stop();
        requireAllUnavailable(token);
        server.startAgain();
        awaitAnswer();
        requireRemembered(token);
    }

    @Test
    void sayWithinASecondThatRedisHangsAndWorkWhenItGoesOn() {
        String token = remember();
        server.freeze();
        try {
            requireAllUnavailable(token);
        } finally {
            server.thaw();
        }
        awaitAnswer();
        requireRemembered(token);
    }

    @Test
    void aClaimOnAConnectionThatWasLostIsAnsweredByTheNextOne() {
        String token = remember();
        server.stop();
        server.startAgain();
        assertThat(await(answers.claim(ORDER, "fingerprint", MINUTE))).isInstanceOf(Claim.Running.class);
        requireRemembered(token);
    }

    @Test
    void scriptsThatRedisForgotAreSentAgain() {
        String token = remember();
        await(connection.send(Request.cmd(Command.SCRIPT).arg("FLUSH")));
        requireRemembered(token);
    }

    private String remember() {
        await(limits.take("billing", 1, MINUTE));
        await(cache.put("a", ANSWER, MINUTE));
        return ((Claim.Granted) await(answers.claim(ORDER, "fingerprint", MINUTE))).token();
    }

    private void requireRemembered(String token) {
        assertThat(await(limits.take("billing", 1, MINUTE)).granted()).isFalse();
        assertThat(await(cache.get("a"))).isEqualTo(ANSWER);
        assertThat(await(answers.claim(ORDER, "fingerprint", MINUTE))).isInstanceOf(Claim.Running.class);
        assertThat(await(answers.finish(ORDER, token, ANSWER, MINUTE))).isTrue();
        assertThat(await(answers.claim(ORDER, "fingerprint", MINUTE))).isInstanceOf(Claim.Answered.class);
    }

    private void requireAllUnavailable(String token) {
        requireUnavailable(() -> answers.claim(ORDER, "fingerprint", MINUTE));
        requireUnavailable(() -> answers.claim(new IdempotencyKey("orders", "order 8"), "fingerprint", MINUTE));
        requireUnavailable(() -> limits.take("billing", 1, MINUTE));
        requireUnavailable(() -> cache.get("a"));
        requireUnavailable(() -> cache.put("b", ANSWER, MINUTE));
        requireUnavailable(() -> answers.finish(new IdempotencyKey("orders", "order 9"), token, ANSWER, MINUTE));
        requireUnavailable(() -> answers.release(new IdempotencyKey("orders", "order 9"), token));
    }

    private void awaitAnswer() {
        cache.get("a")
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
