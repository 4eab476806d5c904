package dev.krakenflow.store.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.krakenflow.idempotency.IdempotencyKey;
import dev.krakenflow.idempotency.IdempotencyStore;
import dev.krakenflow.idempotency.IdempotencyStoreContract;
import dev.krakenflow.store.testing.RedisBinary;
import dev.krakenflow.store.testing.RedisServer;
import io.smallrye.mutiny.Uni;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** The contract on every Redis that is there, and what only Redis shows. */
@ParameterizedClass
@MethodSource("servers")
final class RedisIdempotencyStoreIT extends IdempotencyStoreContract {

    private final RedisClients clients;
    private final PipelinedConnection connection;
    private final IdempotencyStore store;

    RedisIdempotencyStoreIT(RedisServer server) {
        clients = new RedisClients(server);
        connection = clients.connection();
        store = new RedisIdempotencyStore(connection);
    }

    static Stream<RedisServer> servers() {
        return RedisBinary.all().stream().map(RedisServer::start);
    }

    @BeforeEach
    void empty() {
        await(connection.send(Request.cmd(Command.FLUSHALL)));
    }

    @AfterEach
    void close() {
        clients.close();
    }

    @Override
    protected IdempotencyStore store() {
        return store;
    }

    @Test
    void aClaimThatIsSentAgainIsGrantedToTheSameTokenOnly() {
        Script claim = Script.of("call-claim.lua");
        List<String> call = List.of(RedisKeys.call(new IdempotencyKey("orders", "order 7")));
        List<String> first = List.of("fingerprint", "token", "60000");
        assertThat(await(claim.run(connection, call, first)).get(0)).hasToString("granted");
        assertThat(await(claim.run(connection, call, first)).get(0)).hasToString("granted");
        List<String> another = List.of("fingerprint", "another token", "60000");
        assertThat(await(claim.run(connection, call, another)).get(0)).hasToString("running");
    }

    private static <T> T await(Uni<T> uni) {
        return uni.await().atMost(Duration.ofSeconds(20));
    }
}
