package dev.krakenflow.store.redis;

import dev.krakenflow.policy.SharedRateLimit;
import dev.krakenflow.policy.SharedRateLimitContract;
import dev.krakenflow.store.testing.RedisBinary;
import dev.krakenflow.store.testing.RedisCluster;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** The contract on three nodes: windows lie anywhere. */
@ParameterizedClass
@MethodSource("clusters")
final class SharedRateLimitClusterIT extends SharedRateLimitContract {

    private final ClusterClient client;
    private final SharedRateLimit limits;

    SharedRateLimitClusterIT(RedisCluster cluster) {
        client = new ClusterClient(cluster);
        limits = new RedisSharedRateLimit(client.connection());
    }

    static Stream<RedisCluster> clusters() {
        return Stream.of(RedisBinary.embedded()).map(RedisCluster::start);
    }

    @AfterEach
    void close() {
        client.close();
    }

    @Override
    protected SharedRateLimit limits() {
        return limits;
    }
}
