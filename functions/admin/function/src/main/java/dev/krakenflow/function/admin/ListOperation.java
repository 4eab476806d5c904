package dev.krakenflow.function.admin;

import dev.krakenflow.store.DefinitionStore;
import io.smallrye.mutiny.Uni;

/** The names of all that is defined, sorted. */
final class ListOperation implements Operation {

    private final DefinitionStore store;

    ListOperation(DefinitionStore store) {
        this.store = store;
    }

    @Override
    public Uni<Object> run(OperationRequest request) {
        return store.names(request.kind()).map(names -> names);
    }
}
