package dev.krakenflow.store.redis;

import dev.krakenflow.store.testing.RedisCluster;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisClientType;
import io.vertx.redis.client.RedisOptions;

/** A client of a cluster that was emptied. */
final class ClusterClient implements AutoCloseable {

    private final Vertx vertx = Vertx.vertx();
    private final PipelinedConnection connection;

    ClusterClient(RedisCluster cluster) {
        cluster.empty();
        RedisOptions options = new RedisOptions().setType(RedisClientType.CLUSTER);
        cluster.urls().forEach(options::addConnectionString);
        connection = new PipelinedConnection(Redis.createClient(vertx, options), vertx, ConnectionLimits.DEFAULT);
    }

    PipelinedConnection connection() {
        return connection;
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
