package dev.krakenflow.function.admin;

import dev.krakenflow.json.JsonNodes;
import dev.krakenflow.store.DefinitionRecord;
import dev.krakenflow.store.DefinitionStore;
import dev.krakenflow.store.RecordKey;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;

/** The table of routes; an empty one when none was defined. */
final class ShowRoutes implements Operation {

    private final DefinitionStore store;

    ShowRoutes(DefinitionStore store) {
        this.store = store;
    }

    @Override
    public Uni<Object> run(OperationRequest request) {
        return store.read(List.of(RecordKey.ROUTES)).map(found -> {
            DefinitionRecord routes = found.get(RecordKey.ROUTES);
            return routes == null ? Map.of() : JsonNodes.toValue(routes.definition());
        });
    }
}
