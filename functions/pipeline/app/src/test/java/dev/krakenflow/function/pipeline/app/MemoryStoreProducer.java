package dev.krakenflow.function.pipeline.app;

import dev.krakenflow.cast.CastConsumer;
import dev.krakenflow.cast.CastStates;
import dev.krakenflow.idempotency.IdempotencyStore;
import dev.krakenflow.memo.KeyValues;
import dev.krakenflow.memo.MemoStore;
import dev.krakenflow.policy.SharedCache;
import dev.krakenflow.policy.SharedRateLimit;
import dev.krakenflow.store.DefinitionStore;
import dev.krakenflow.store.memory.MemoryCastQueue;
import dev.krakenflow.store.memory.MemoryCastStates;
import dev.krakenflow.store.memory.MemoryDefinitionStore;
import dev.krakenflow.store.memory.MemoryIdempotencyStore;
import dev.krakenflow.store.memory.MemoryKeyValues;
import dev.krakenflow.store.memory.MemoryMemoStore;
import dev.krakenflow.store.memory.MemorySharedCache;
import dev.krakenflow.store.memory.MemorySharedRateLimit;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Stores that need no Redis. */
@Singleton
final class MemoryStoreProducer {

    @Produces
    @Singleton
    DefinitionStore store() {
        return new MemoryDefinitionStore();
    }

    @Produces
    @Singleton
    MemoStore memos() {
        return new MemoryMemoStore();
    }

    @Produces
    @Singleton
    KeyValues values() {
        return new MemoryKeyValues();
    }

    @Produces
    @Singleton
    IdempotencyStore answers() {
        return new MemoryIdempotencyStore();
    }

    @Produces
    @Singleton
    SharedRateLimit limits() {
        return new MemorySharedRateLimit();
    }

    @Produces
    @Singleton
    SharedCache cache() {
        return new MemorySharedCache();
    }

    @Produces
    @Singleton
    MemoryCastQueue casts() {
        return new MemoryCastQueue();
    }

    @Produces
    @Singleton
    CastConsumer castConsumer(MemoryCastQueue casts) {
        return casts.consumer();
    }

    @Produces
    @Singleton
    CastStates castStates() {
        return new MemoryCastStates();
    }
}
