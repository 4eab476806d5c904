package dev.krakenflow.function.runtime;

import dev.krakenflow.engine.Stores;
import dev.krakenflow.idempotency.IdempotencyStore;
import dev.krakenflow.memo.KeyValues;
import dev.krakenflow.memo.MemoStore;
import dev.krakenflow.policy.SharedCache;
import dev.krakenflow.policy.SharedRateLimit;
import dev.krakenflow.store.DefinitionStore;
import dev.krakenflow.store.redis.ConnectionLimits;
import dev.krakenflow.store.redis.PipelinedConnection;
import dev.krakenflow.store.redis.RedisDefinitionStore;
import dev.krakenflow.store.redis.RedisIdempotencyStore;
import dev.krakenflow.store.redis.RedisKeyValues;
import dev.krakenflow.store.redis.RedisMemoStore;
import dev.krakenflow.store.redis.RedisSharedCache;
import dev.krakenflow.store.redis.RedisSharedRateLimit;
import io.quarkus.arc.DefaultBean;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Redis;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** What is kept in Redis: definitions, memos, values, and what policies share, over one connection. */
@Singleton
final class StoreWiring {

    @Produces
    @DefaultBean
    @Singleton
    PipelinedConnection connection(Redis redis, Vertx vertx) {
        return new PipelinedConnection(redis, vertx, ConnectionLimits.DEFAULT);
    }

    @Produces
    @Singleton
    Suspendable suspendable(PipelinedConnection connection, DefinitionStore definitions) {
        return new SuspendableStore(connection, definitions);
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
    @Singleton
    Stores ofTheEngine(MemoStore memos, IdempotencyStore answers, SharedRateLimit limits, SharedCache cache) {
        return new Stores(memos, answers, limits, cache);
    }
}
