package dev.krakenflow.store.memory;

import dev.krakenflow.idempotency.IdempotencyStore;
import dev.krakenflow.idempotency.IdempotencyStoreContract;

final class MemoryIdempotencyStoreTest extends IdempotencyStoreContract {

    private final IdempotencyStore store = new MemoryIdempotencyStore();

    @Override
    protected IdempotencyStore store() {
        return store;
    }
}
