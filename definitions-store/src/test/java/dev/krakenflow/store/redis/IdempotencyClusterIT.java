package dev.krakenflow.store.redis;

import dev.krakenflow.idempotency.IdempotencyStore;
import dev.krakenflow.idempotency.IdempotencyStoreContract;
import dev.krakenflow.store.testing.RedisBinary;
import dev.krakenflow.store.testing.RedisCluster;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** The contract on three nodes: calls lie anywhere. */
@ParameterizedClass
@MethodSource("clusters")
final class IdempotencyClusterIT extends IdempotencyStoreContract {

    private final ClusterClient client;
    private final IdempotencyStore store;

    IdempotencyClusterIT(RedisCluster cluster) {
        client = new ClusterClient(cluster);
        store = new RedisIdempotencyStore(client.connection());
    }

    static Stream<RedisCluster> clusters() {
        return Stream.of(RedisBinary.embedded()).map(RedisCluster::start);
    }

    @AfterEach
    void close() {
        client.close();
    }

    @Override
    protected IdempotencyStore store() {
        return store;
    }
}
