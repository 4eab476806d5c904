package dev.krakenflow.function.runtime;

import dev.krakenflow.cast.CastBounds;
import dev.krakenflow.cast.CastConsumer;
import dev.krakenflow.cast.CastQueue;
import dev.krakenflow.cast.CastStates;
import dev.krakenflow.cast.KeptCasts;
import dev.krakenflow.engine.Stores;
import dev.krakenflow.idempotency.IdempotencyStore;
import dev.krakenflow.memo.KeyValues;
import dev.krakenflow.memo.MemoStore;
import dev.krakenflow.policy.SharedCache;
import dev.krakenflow.policy.SharedRateLimit;
import dev.krakenflow.store.DefinitionStore;
import dev.krakenflow.store.redis.ConnectionLimits;
import dev.krakenflow.store.redis.PipelinedConnection;
import dev.krakenflow.store.redis.RedisCastConsumer;
import dev.krakenflow.store.redis.RedisCastQueue;
import dev.krakenflow.store.redis.RedisCastStates;
import dev.krakenflow.store.redis.RedisDefinitionStore;
import dev.krakenflow.store.redis.RedisIdempotencyStore;
import dev.krakenflow.store.redis.RedisKeptCasts;
import dev.krakenflow.store.redis.RedisKeyValues;
import dev.krakenflow.store.redis.RedisMemoStore;
import dev.krakenflow.store.redis.RedisSharedCache;
import dev.krakenflow.store.redis.RedisSharedRateLimit;
import io.quarkus.arc.DefaultBean;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Redis;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What is kept in Redis: definitions, memos, values, casts, and what policies share, over one connection. */
@Singleton
final class StoreWiring {

    @Produces
    @DefaultBean
    @Singleton
    PipelinedConnection connection(Redis redis, Vertx vertx) {
        return new PipelinedConnection(redis, vertx, ConnectionLimits.DEFAULT);
    }

    @Produces
    @DefaultBean
    @Singleton
    DefinitionStore definitions(PipelinedConnection connection) {
        return new RedisDefinitionStore(connection);
    }

    @Produces
    @DefaultBean
    @Singleton
    MemoStore memos(PipelinedConnection connection) {
        return new RedisMemoStore(connection);
    }

    @Produces
    @DefaultBean
    @Singleton
    KeyValues values(PipelinedConnection connection) {
        return new RedisKeyValues(connection);
    }

    @Produces
    @DefaultBean
    @Singleton
    IdempotencyStore answers(PipelinedConnection connection) {
        return new RedisIdempotencyStore(connection);
    }

    @Produces
    @DefaultBean
    @Singleton
    SharedRateLimit limits(PipelinedConnection connection) {
        return new RedisSharedRateLimit(connection);
    }

    @Produces
    @DefaultBean
    @Singleton
    SharedCache cache(PipelinedConnection connection) {
        return new RedisSharedCache(connection);
    }

    @Produces
    @DefaultBean
    @Singleton
    CastBounds bounds(@ConfigProperty(name = "kraken.cast.keep", defaultValue = "24h") Duration results) {
        return CastBounds.DEFAULT.keeping(results);
    }

    @Produces
    @DefaultBean
    @Singleton
    CastQueue casts(PipelinedConnection connection, CastBounds bounds) {
        return new RedisCastQueue(connection, bounds);
    }

    @Produces
    @DefaultBean
    @Singleton
    CastStates castStates(PipelinedConnection connection, CastBounds bounds) {
        return new RedisCastStates(connection, bounds);
    }

    @Produces
    @DefaultBean
    @Singleton
    KeptCasts keptCasts(PipelinedConnection connection, CastBounds bounds) {
        return new RedisKeptCasts(connection, bounds);
    }

    /** With connections of its own, from when it is asked for the first time. */
    @Produces
    @DefaultBean
    @Singleton
    CastConsumer consumer(Redis redis, Vertx vertx, CastBounds bounds) {
        return new RedisCastConsumer(redis, vertx, ConnectionLimits.DEFAULT, bounds);
    }

    @Produces
    @Singleton
    Stores ofTheEngine(MemoStore memos, IdempotencyStore answers, SharedRateLimit limits, SharedCache cache) {
        return new Stores(memos, answers, limits, cache);
    }
}
