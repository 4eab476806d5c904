package dev.krakenflow.store.redis;

import dev.krakenflow.store.DefinitionStore;
import dev.krakenflow.store.DefinitionStoreContract;
import dev.krakenflow.store.testing.RedisBinary;
import dev.krakenflow.store.testing.RedisCluster;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** The contract on three nodes: blobs are spread over all of them, what a flip touches is on one. */
@ParameterizedClass
@MethodSource("clusters")
final class RedisClusterIT extends DefinitionStoreContract {

    private final ClusterClient client;
    private final DefinitionStore store;

    RedisClusterIT(RedisCluster cluster) {
        client = new ClusterClient(cluster);
        store = new RedisDefinitionStore(client.connection());
    }

    static Stream<RedisCluster> clusters() {
        return Stream.of(RedisBinary.embedded()).map(RedisCluster::start);
    }

    @AfterEach
    void close() {
        client.close();
    }

    @Override
    protected DefinitionStore store() {
        return store;
    }
}
