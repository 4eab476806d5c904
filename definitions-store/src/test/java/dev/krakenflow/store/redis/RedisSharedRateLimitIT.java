package dev.krakenflow.store.redis;

import dev.krakenflow.policy.SharedRateLimit;
import dev.krakenflow.policy.SharedRateLimitContract;
import dev.krakenflow.store.testing.RedisBinary;
import dev.krakenflow.store.testing.RedisServer;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** The contract on every Redis that is there. */
@ParameterizedClass
@MethodSource("servers")
final class RedisSharedRateLimitIT extends SharedRateLimitContract {

    private final RedisClients clients;
    private final PipelinedConnection connection;
    private final SharedRateLimit limits;

    RedisSharedRateLimitIT(RedisServer server) {
        clients = new RedisClients(server);
        connection = clients.connection();
        limits = new RedisSharedRateLimit(connection);
    }

    static Stream<RedisServer> servers() {
        return RedisBinary.all().stream().map(RedisServer::start);
    }

    @BeforeEach
    void empty() {
        connection.send(Request.cmd(Command.FLUSHALL)).await().atMost(Duration.ofSeconds(20));
    }

    @AfterEach
    void close() {
        clients.close();
    }

    @Override
    protected SharedRateLimit limits() {
        return limits;
    }
}
