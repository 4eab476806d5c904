package dev.krakenflow.store.redis;

import dev.krakenflow.store.DefinitionStore;
import dev.krakenflow.store.DefinitionStoreContract;
import dev.krakenflow.store.testing.RedisBinary;
import dev.krakenflow.store.testing.RedisCluster;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisClientType;
import io.vertx.redis.client.RedisOptions;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** The contract on three nodes: blobs are spread over all of them, what a flip touches is on one. */
@ParameterizedClass
@MethodSource("clusters")
final class RedisClusterIT extends DefinitionStoreContract {

    private final Vertx vertx = Vertx.vertx();
    private final DefinitionStore store;

    RedisClusterIT(RedisCluster cluster) {
        cluster.empty();
        RedisOptions options = new RedisOptions().setType(RedisClientType.CLUSTER);
        cluster.urls().forEach(options::addConnectionString);
        PipelinedConnection connection =
                new PipelinedConnection(Redis.createClient(vertx, options), vertx, ConnectionLimits.DEFAULT);
        store = new RedisDefinitionStore(connection);
    }

    static Stream<RedisCluster> clusters() {
        return Stream.of(RedisBinary.embedded()).map(RedisCluster::start);
    }

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Override
    protected DefinitionStore store() {
        return store;
    }
}
