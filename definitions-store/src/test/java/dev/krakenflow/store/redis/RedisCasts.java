package dev.krakenflow.store.redis;

import dev.krakenflow.cast.CastBounds;
import dev.krakenflow.cast.CastConsumer;
import dev.krakenflow.cast.CastQueue;
import dev.krakenflow.cast.Casts;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Redis;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** A queue in Redis and its consumers, as separate processes would have them, closed together. */
final class RedisCasts implements Casts, AutoCloseable {

    /** Who is silent for a moment is not gone yet. */
    static final CastPulse SLOW = new CastPulse(Duration.ofMillis(100), Duration.ofMinutes(1));

    private final Function<Vertx, Redis> redis;
    private final CastBounds bounds;
    private final CastPulse pulse;
    private final List<Vertx> open = new ArrayList<>();
    private final CastQueue queue;

    RedisCasts(Function<Vertx, Redis> redis, CastBounds bounds, CastPulse pulse) {
        this.redis = redis;
        this.bounds = bounds;
        this.pulse = pulse;
        Vertx vertx = vertx();
        this.queue = new RedisCastQueue(
                new PipelinedConnection(redis.apply(vertx), vertx, ConnectionLimits.DEFAULT), bounds, pulse);
    }

    @Override
    public CastQueue queue() {
        return queue;
    }

    @Override
    public CastConsumer consumer() {
        return consumer(vertx());
    }

    /** One that dies with this Vert.x. */
    CastConsumer consumer(Vertx vertx) {
        return new RedisCastConsumer(redis.apply(vertx), vertx, ConnectionLimits.DEFAULT, bounds, pulse);
    }

    Vertx vertx() {
        Vertx vertx = Vertx.vertx();
        open.add(vertx);
        return vertx;
    }

    @Override
    public void close() {
        open.forEach(
                vertx -> vertx.close().toCompletionStage().toCompletableFuture().join());
        open.clear();
    }
}
