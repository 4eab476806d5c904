package dev.krakenflow.function.admin;

import dev.krakenflow.json.JsonNodes;
import dev.krakenflow.plan.Service;
import io.smallrye.mutiny.Uni;
import java.util.LinkedHashMap;
import java.util.Map;

/** The client of a service and what it is opened with, secrets masked. */
final class StateOperation implements Operation {

    private final StoredServices services;

    StateOperation(StoredServices services) {
        this.services = services;
    }

    @Override
    public Uni<Object> run(OperationRequest request) {
        return services.get(request.name()).map(found -> state(found.service()));
    }

    private static Map<String, Object> state(Service service) {
        Map<String, Object> state = new LinkedHashMap<>();
        state.put("client", service.module());
        state.put("start", JsonNodes.toValue(MaskedStart.of(service.start())));
        return state;
    }
}
