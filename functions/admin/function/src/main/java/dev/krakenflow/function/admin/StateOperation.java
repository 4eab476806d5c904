package dev.krakenflow.function.admin;

import dev.krakenflow.engine.Engine;
import dev.krakenflow.json.JsonNodes;
import dev.krakenflow.plan.Service;
import io.smallrye.mutiny.Uni;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The client of a service and what it is opened with, secrets masked; where the service has a circuit breaker, what that does
 * in this process.
 */
final class StateOperation implements Operation {

    private final StoredServices services;
    private final Engine engine;

    StateOperation(StoredServices services, Engine engine) {
        this.services = services;
        this.engine = engine;
    }

    @Override
    public Uni<Object> run(OperationRequest request) {
        return services.get(request.name()).map(found -> state(found.service()));
    }

    private Map<String, Object> state(Service service) {
        Map<String, Object> state = new LinkedHashMap<>();
        state.put("client", service.module());
        state.put("start", JsonNodes.toValue(MaskedStart.of(service.start())));
        engine.circuit(service).ifPresent(circuit -> {
            state.put("breaker", circuit.position().word());
            state.put("since", circuit.since().toString());
        });
        return state;
    }
}
