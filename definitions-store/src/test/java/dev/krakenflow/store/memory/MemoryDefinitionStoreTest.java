package dev.krakenflow.store.memory;

import dev.krakenflow.store.DefinitionStore;
import dev.krakenflow.store.DefinitionStoreContract;

final class MemoryDefinitionStoreTest extends DefinitionStoreContract {

    private final DefinitionStore store = new MemoryDefinitionStore();

    @Override
    protected DefinitionStore store() {
        return store;
    }
}
