package dev.krakenflow.function.admin;

import dev.krakenflow.engine.Engine;
import dev.krakenflow.engine.RunException;
import dev.krakenflow.engine.RunOptions;
import dev.krakenflow.function.http.RequestException;
import dev.krakenflow.store.DefinitionRecord;
import io.smallrye.mutiny.Uni;
import java.util.Map;

/** Calls one function of a service, outside any pipeline. */
final class CallOperation implements Operation {

    private final Definitions definitions;
    private final Compilers compilers;
    private final Engine engine;

    CallOperation(Definitions definitions, Compilers compilers, Engine engine) {
        this.definitions = definitions;
        this.compilers = compilers;
        this.engine = engine;
    }

    @Override
    public Uni<Object> run(OperationRequest request) {
        Object args = request.body().json();
        return definitions
                .get(request.key())
                .chain(found -> call(found, request.function(), args))
                .onFailure(RunException.class)
                .transform(failed -> new RequestException(failed.failure()));
    }

    private Uni<Object> call(DefinitionRecord found, String function, Object args) {
        return engine.callService(compilers.service(found, found.started()), function, args, RunOptions.NONE)
                .map(result -> Map.of("ok", result));
    }
}
