package dev.krakenflow.function.admin;

import dev.krakenflow.engine.Engine;
import dev.krakenflow.engine.RunException;
import dev.krakenflow.engine.RunOptions;
import dev.krakenflow.function.http.RequestException;
import io.smallrye.mutiny.Uni;
import java.util.Map;

/** Calls one function of a service, outside any pipeline. */
final class CallOperation implements Operation {

    private final StoredServices services;
    private final Engine engine;

    CallOperation(StoredServices services, Engine engine) {
        this.services = services;
        this.engine = engine;
    }

    @Override
    public Uni<Object> run(OperationRequest request) {
        Object args = request.body().json();
        return services.get(request.name())
                .chain(found ->
                        engine.callService(found.service(), found.helpers(), request.function(), args, RunOptions.NONE))
                .<Object>map(result -> Map.of("ok", result))
                .onFailure(RunException.class)
                .transform(failed -> new RequestException(failed.failure()));
    }
}
