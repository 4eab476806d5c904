package dev.krakenflow.store.redis;

import dev.krakenflow.policy.SharedCache;
import dev.krakenflow.policy.SharedCacheContract;
import dev.krakenflow.store.testing.RedisBinary;
import dev.krakenflow.store.testing.RedisCluster;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** The contract on three nodes: values lie anywhere. */
@ParameterizedClass
@MethodSource("clusters")
final class SharedCacheClusterIT extends SharedCacheContract {

    private final ClusterClient client;
    private final SharedCache cache;

    SharedCacheClusterIT(RedisCluster cluster) {
        client = new ClusterClient(cluster);
        cache = new RedisSharedCache(client.connection());
    }

    static Stream<RedisCluster> clusters() {
        return Stream.of(RedisBinary.embedded()).map(RedisCluster::start);
    }

    @AfterEach
    void close() {
        client.close();
    }

    @Override
    protected SharedCache cache() {
        return cache;
    }
}
