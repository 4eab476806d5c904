package dev.krakenflow.store.redis;

import dev.krakenflow.store.testing.RedisServer;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Redis;
import java.util.ArrayList;
import java.util.List;

/** Clients of a server, as separate processes would have them, closed together. */
final class RedisClients implements AutoCloseable {

    private final RedisServer server;
    private final List<Vertx> open = new ArrayList<>();

    RedisClients(RedisServer server) {
        this.server = server;
    }

    PipelinedConnection connection() {
        return connection(ConnectionLimits.DEFAULT);
    }

    PipelinedConnection connection(ConnectionLimits limits) {
        Vertx vertx = Vertx.vertx();
        open.add(vertx);
        return new PipelinedConnection(Redis.createClient(vertx, server.url()), vertx, limits);
    }

    RedisDefinitionStore store() {
        return new RedisDefinitionStore(connection());
    }

    RedisDefinitionStore store(StoreBounds bounds) {
        return new RedisDefinitionStore(connection(), bounds);
    }

    @Override
    public void close() {
        open.forEach(
                vertx -> vertx.close().toCompletionStage().toCompletableFuture().join());
        open.clear();
    }
}
