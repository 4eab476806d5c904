package dev.krakenflow.store.redis;

import dev.krakenflow.memo.MemoStore;
import dev.krakenflow.memo.MemoStoreContract;
import dev.krakenflow.store.testing.RedisBinary;
import dev.krakenflow.store.testing.RedisCluster;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** The contract on three nodes: memos, leases and the index of a pipeline lie anywhere. */
@ParameterizedClass
@MethodSource("clusters")
final class MemoClusterIT extends MemoStoreContract {

    private final ClusterClient client;
    private final MemoStore store;

    MemoClusterIT(RedisCluster cluster) {
        client = new ClusterClient(cluster);
        store = new RedisMemoStore(client.connection());
    }

    static Stream<RedisCluster> clusters() {
        return Stream.of(RedisBinary.embedded()).map(RedisCluster::start);
    }

    @AfterEach
    void close() {
        client.close();
    }

    @Override
    protected MemoStore store() {
        return store;
    }
}
