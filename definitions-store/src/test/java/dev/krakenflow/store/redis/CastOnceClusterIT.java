package dev.krakenflow.store.redis;

import dev.krakenflow.cast.CastBounds;
import dev.krakenflow.cast.CastOnceContract;
import dev.krakenflow.cast.Casts;
import dev.krakenflow.store.testing.RedisBinary;
import dev.krakenflow.store.testing.RedisCluster;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** The contract on three nodes: what belongs to the queue lies on one of them. */
@ParameterizedClass
@MethodSource("clusters")
final class CastOnceClusterIT extends CastOnceContract {

    private final ServerCasts casts;

    CastOnceClusterIT(RedisCluster cluster) {
        casts = new ServerCasts(cluster);
    }

    static Stream<RedisCluster> clusters() {
        return Stream.of(RedisBinary.embedded()).map(RedisCluster::start);
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
