package dev.krakenflow.function.admin;

import dev.krakenflow.json.JsonNodes;
import dev.krakenflow.plan.Service;
import dev.krakenflow.store.DefinitionRecord;
import io.smallrye.mutiny.Uni;
import java.util.LinkedHashMap;
import java.util.Map;

/** The client of a service and what it is opened with, secrets masked. */
final class StateOperation implements Operation {

    private final Definitions definitions;
    private final Compilers compilers;

    StateOperation(Definitions definitions, Compilers compilers) {
        this.definitions = definitions;
        this.compilers = compilers;
    }

    @Override
    public Uni<Object> run(OperationRequest request) {
        return definitions.get(request.key()).map(this::state);
    }

    private Map<String, Object> state(DefinitionRecord found) {
        Service service = compilers.service(found, found.started());
        Map<String, Object> state = new LinkedHashMap<>();
        state.put("client", service.module());
        state.put("start", JsonNodes.toValue(MaskedStart.of(service.start())));
        return state;
    }
}
