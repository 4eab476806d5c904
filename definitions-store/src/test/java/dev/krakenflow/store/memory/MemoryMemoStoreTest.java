package dev.krakenflow.store.memory;

import dev.krakenflow.memo.MemoStore;
import dev.krakenflow.memo.MemoStoreContract;

final class MemoryMemoStoreTest extends MemoStoreContract {

    private final MemoStore store = new MemoryMemoStore();

    @Override
    protected MemoStore store() {
        return store;
    }
}
