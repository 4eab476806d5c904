package dev.krakenflow.function.pipeline.app;

import dev.krakenflow.store.DefinitionStore;
import dev.krakenflow.store.memory.MemoryDefinitionStore;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** A store that needs no Redis. */
@Singleton
final class MemoryStoreProducer {

    @Produces
    @Singleton
    DefinitionStore store() {
        return new MemoryDefinitionStore();
    }
}
