package dev.krakenflow.function.admin;

import dev.krakenflow.store.DefinitionRecord;
import dev.krakenflow.store.DefinitionStore;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whether something is defined and started: {@code undefined}, {@code not_ready} or {@code ready}. */
final class StatusOperation implements Operation {

    private final DefinitionStore store;

    StatusOperation(DefinitionStore store) {
        this.store = store;
    }

    @Override
    public Uni<Object> run(OperationRequest request) {
        return store.read(List.of(request.key())).map(found -> Map.of("status", status(found.get(request.key()))));
    }

    private static String status(@Nullable DefinitionRecord found) {
        if (found == null) {
            return "undefined";
        }
        return found.started() ? "ready" : "not_ready";
    }
}
