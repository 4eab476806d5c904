package dev.krakenflow.store.redis;

import dev.krakenflow.cast.CastBounds;
import dev.krakenflow.store.testing.RedisCluster;
import dev.krakenflow.store.testing.RedisServer;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisClientType;
import io.vertx.redis.client.RedisOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The queues that a test opens on a server or a cluster, which is emptied for each, closed together. */
final class ServerCasts implements AutoCloseable {

    private final Function<Vertx, Redis> redis;
    private final Runnable empty;
    private final List<RedisCasts> open = new ArrayList<>();

    ServerCasts(RedisServer server) {
        this.redis = vertx -> Redis.createClient(vertx, server.url());
        this.empty = server::empty;
    }

    ServerCasts(RedisCluster cluster) {
        RedisOptions options = new RedisOptions().setType(RedisClientType.CLUSTER);
        cluster.urls().forEach(options::addConnectionString);
        this.redis = vertx -> Redis.createClient(vertx, options);
        this.empty = cluster::empty;
    }

    RedisCasts open(CastBounds bounds) {
        close();
        empty.run();
        RedisCasts casts = new RedisCasts(redis, bounds, RedisCasts.SLOW);
        open.add(casts);
        return casts;
    }

    @Override
    public void close() {
        open.forEach(RedisCasts::close);
        open.clear();
    }
}
