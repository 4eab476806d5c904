package dev.krakenflow.store.redis;

import dev.krakenflow.cast.CastBounds;
import dev.krakenflow.cast.CastOnceContract;
import dev.krakenflow.cast.Casts;
import dev.krakenflow.store.testing.RedisBinary;
import dev.krakenflow.store.testing.RedisServer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** The contract on every Redis that is there. */
@ParameterizedClass
@MethodSource("servers")
final class RedisCastOnceIT extends CastOnceContract {

    private final ServerCasts casts;

    RedisCastOnceIT(RedisServer server) {
        casts = new ServerCasts(server);
    }

    static Stream<RedisServer> servers() {
        return RedisBinary.all().stream().map(RedisServer::start);
    }

    @AfterEach
    void close() {
        casts.close();
    }

    @Override
    protected Casts casts(CastBounds bounds) {
        return casts.open(bounds);
    }
}
