package dev.krakenflow.store.redis;

import dev.krakenflow.cast.CastBounds;
import dev.krakenflow.cast.CastStates;
import dev.krakenflow.cast.CastStatesContract;
import dev.krakenflow.store.testing.RedisBinary;
import dev.krakenflow.store.testing.RedisCluster;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** The contract on three nodes: what is known of casts lies on one of them. */
@ParameterizedClass
@MethodSource("clusters")
final class CastStatesClusterIT extends CastStatesContract {

    private final ClusterClient client;

    CastStatesClusterIT(RedisCluster cluster) {
        client = new ClusterClient(cluster);
    }

    static Stream<RedisCluster> clusters() {
        return Stream.of(RedisBinary.embedded()).map(RedisCluster::start);
    }

    @AfterEach
    void close() {
        client.close();
    }

    @Override
    protected CastStates states(CastBounds bounds) {
        return new RedisCastStates(client.connection(), bounds);
    }
}
