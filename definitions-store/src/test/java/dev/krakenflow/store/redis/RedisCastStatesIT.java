package dev.krakenflow.store.redis;

import dev.krakenflow.cast.CastBounds;
import dev.krakenflow.cast.CastStates;
import dev.krakenflow.cast.CastStatesContract;
import dev.krakenflow.store.testing.RedisBinary;
import dev.krakenflow.store.testing.RedisServer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** The contract on every Redis that is there. */
@ParameterizedClass
@MethodSource("servers")
final class RedisCastStatesIT extends CastStatesContract {

    private final RedisServer server;
    private final RedisClients clients;

    RedisCastStatesIT(RedisServer server) {
        this.server = server;
        this.clients = new RedisClients(server);
    }

    static Stream<RedisServer> servers() {
        return RedisBinary.all().stream().map(RedisServer::start);
    }

    @AfterEach
    void close() {
        clients.close();
    }

    @Override
    protected CastStates states(CastBounds bounds) {
        server.empty();
        return new RedisCastStates(clients.connection(), bounds);
    }
}
