package dev.krakenflow.store.redis;

import dev.krakenflow.memo.KeyValues;
import dev.krakenflow.memo.KeyValuesContract;
import dev.krakenflow.store.testing.RedisBinary;
import dev.krakenflow.store.testing.RedisServer;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** The contract on every Redis that is there. */
@ParameterizedClass
@MethodSource("servers")
final class RedisKeyValuesIT extends KeyValuesContract {

    private final RedisClients clients;
    private final PipelinedConnection connection;
    private final KeyValues values;

    RedisKeyValuesIT(RedisServer server) {
        clients = new RedisClients(server);
        connection = clients.connection();
        values = new RedisKeyValues(connection);
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
    protected KeyValues values() {
        return values;
    }
}
