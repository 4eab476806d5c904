package dev.krakenflow.function.admin;

import dev.krakenflow.engine.Engine;
import dev.krakenflow.expression.Expressions;
import dev.krakenflow.function.http.RequestException;
import dev.krakenflow.store.DefinitionStore;
import dev.krakenflow.store.Kind;
import io.smallrye.mutiny.Uni;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Everything that the admin side can do, by kind and name: the one bean behind all ways to ask for it. Thread-safe. */
public final class AdminOperations {

    private final Map<Kind, Map<String, Operation>> operations;

    AdminOperations(DefinitionStore store, Engine engine, Expressions expressions, LivePlans live) {
        Compilers compilers = new Compilers(expressions);
        Relinking relinking = new Relinking(store, compilers);
        ConditionalWrite writes = new ConditionalWrite(store, live);
        Definitions definitions = new Definitions(store);

        Map<String, Operation> both = new LinkedHashMap<>();
        both.put("list", new ListOperation(store));
        both.put("status", new StatusOperation(store));
        both.put("definition", new DefinitionOperation(definitions));
        both.put("start", new StartOperation(writes, relinking, compilers, true));
        both.put("stop", new StartOperation(writes, relinking, compilers, false));
        both.put("delete", new DeleteOperation(writes, relinking));

        Map<String, Operation> services = new LinkedHashMap<>(both);
        services.put("define", new DefineServices(writes, relinking, compilers));
        services.put("call", new CallOperation(definitions, compilers, engine));
        services.put("state", new StateOperation(definitions, compilers));

        Map<String, Operation> pipelines = new LinkedHashMap<>(both);
        pipelines.put("define", new DefinePipelines(writes, relinking, compilers));
        this.operations = Map.of(Kind.SERVICES, services, Kind.PIPELINES, pipelines);
    }

    /** The kinds that can be administered. */
    public Set<Kind> kinds() {
        return operations.keySet();
    }

    /**
     * Does something.
     *
     * @param operation its name
     * @return the answer, a JSON value; fails with {@link RequestException}, or when the store does not answer
     */
    public Uni<Object> run(String operation, OperationRequest request) {
        Operation found = operations.getOrDefault(request.kind(), Map.of()).get(operation);
        if (found == null) {
            return Uni.createFrom()
                    .failure(() -> RequestException.invalid(request.kind().word()
                            + " have no operation of this name, but "
                            + operations.getOrDefault(request.kind(), Map.of()).keySet()));
        }
        return Uni.createFrom().deferred(() -> found.run(request));
    }
}
