package dev.krakenflow.store.redis;

import dev.krakenflow.memo.KeyValues;
import dev.krakenflow.memo.KeyValuesContract;
import dev.krakenflow.store.testing.RedisBinary;
import dev.krakenflow.store.testing.RedisCluster;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** The contract on three nodes: values lie anywhere. */
@ParameterizedClass
@MethodSource("clusters")
final class KeyValuesClusterIT extends KeyValuesContract {

    private final ClusterClient client;
    private final KeyValues values;

    KeyValuesClusterIT(RedisCluster cluster) {
        client = new ClusterClient(cluster);
        values = new RedisKeyValues(client.connection());
    }

    static Stream<RedisCluster> clusters() {
        return Stream.of(RedisBinary.embedded()).map(RedisCluster::start);
    }

    @AfterEach
    void close() {
        client.close();
    }

    @Override
    protected KeyValues values() {
        return values;
    }
}
