package dev.krakenflow.engine.testing;

import dev.krakenflow.engine.Stores;
import dev.krakenflow.memo.MemoStore;
import dev.krakenflow.store.memory.MemoryIdempotencyStore;
import dev.krakenflow.store.memory.MemorySharedCache;
import dev.krakenflow.store.memory.MemorySharedRateLimit;

/** Stores in memory, but for those that a test brings. */
public final class ScriptedStores {

    private ScriptedStores() {}

    public static Stores of(MemoStore memos) {
        return new Stores(memos, new MemoryIdempotencyStore(), new MemorySharedRateLimit(), new MemorySharedCache());
    }
}
