package dev.krakenflow.function.admin.app;

import dev.krakenflow.memo.KeyValues;
import dev.krakenflow.memo.MemoStore;
import dev.krakenflow.store.DefinitionStore;
import dev.krakenflow.store.memory.MemoryDefinitionStore;
import dev.krakenflow.store.memory.MemoryKeyValues;
import dev.krakenflow.store.memory.MemoryMemoStore;
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
}
