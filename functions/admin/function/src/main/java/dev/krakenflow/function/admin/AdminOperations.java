package dev.krakenflow.function.admin;

import dev.krakenflow.cast.CastQueue;
import dev.krakenflow.engine.Engine;
import dev.krakenflow.expression.Expressions;
import dev.krakenflow.function.http.RequestException;
import dev.krakenflow.memo.MemoStore;
import dev.krakenflow.store.DefinitionStore;
import dev.krakenflow.store.Kind;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Everything that the admin side can do, by kind and name: the one bean behind all ways to ask for it. Thread-safe. */
public final class AdminOperations {

    private final Map<Kind, Map<String, Operation>> operations = new TreeMap<>();
    private final ApplyOperation apply;
    private final ExportOperation export;

    AdminOperations(
            DefinitionStore store,
            MemoStore memos,
            CastQueue casts,
            Engine engine,
            Expressions expressions,
            ConditionalWrite writes) {
        Compilers compilers = new Compilers(expressions);
        Relinking relinking = new Relinking(store, compilers);
        StoredServices stored = new StoredServices(relinking);
        Leftovers leftovers = new Leftovers(memos, casts, engine);
        apply = new ApplyOperation(compilers, writes, relinking, leftovers);
        export = new ExportOperation(store);

        Map<String, Operation> helpers = new LinkedHashMap<>();
        helpers.put("list", new ListOperation(store));
        helpers.put("status", new StatusOperation(store));
        helpers.put("definition", new DefinitionOperation(new Definitions(store)));
        helpers.put("versions", new VersionsOperation(store));
        helpers.put("delete", new DeleteOperation(writes, relinking, leftovers));
        Map<String, Operation> services = new LinkedHashMap<>(helpers);
        services.put("start", new StartOperation(writes, relinking, compilers));
        services.put("stop", new StopOperation(writes, relinking, memos));
        Map<String, Operation> pipelines = new LinkedHashMap<>(services);

        helpers.putAll(defining(new HelperKind(compilers), store, writes, relinking));
        services.putAll(defining(new ServiceKind(compilers), store, writes, relinking));
        services.put("call", new CallOperation(stored, engine));
        services.put("state", new StateOperation(stored, engine));
        pipelines.putAll(defining(new PipelineKind(compilers), store, writes, relinking));
        pipelines.put("redrive", new RedriveOperation(new Definitions(store), casts));
        operations.put(Kind.HELPERS, helpers);
        operations.put(Kind.SERVICES, services);
        operations.put(Kind.PIPELINES, pipelines);
        operations.put(Kind.ROUTES, routes(store, compilers, writes, relinking));
    }

    private static Map<String, Operation> routes(
            DefinitionStore store, Compilers compilers, ConditionalWrite writes, Relinking relinking) {
        return Map.of("define", new DefineRoutes(writes, relinking, compilers), "list", new ShowRoutes(store));
    }

    private static <D> Map<String, Operation> defining(
            DefinitionKind<D> kind, DefinitionStore store, ConditionalWrite writes, Relinking relinking) {
        DefineOperation<D> define = new DefineOperation<>(kind, writes, relinking);
        return Map.of("define", define, "rollback", new RollbackOperation<>(define, store, writes, relinking));
    }

    /** The kinds that can be administered. */
    Set<Kind> kinds() {
        return operations.keySet();
    }

    /** The names of the operations of a kind. */
    Set<String> of(Kind kind) {
        return operations.getOrDefault(kind, Map.of()).keySet();
    }

    /**
     * Makes a set of definitions what is defined, as a whole.
     *
     * @return <code>{"ok": {"created", "changed", "unchanged", "deleted"}, "warnings"?, "changes"?}</code>, names such as
     *     {@code pipelines/x} in lists; fails with {@link RequestException}, or when the store does not answer
     */
    public Uni<Object> apply(ApplyRequest request) {
        return onWorker(() -> apply.run(request));
    }

    /** All that is defined, as a set that {@link #apply} takes. */
    public Uni<Object> export() {
        return export.run();
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
                    .failure(() -> RequestException.invalid(
                            request.kind().word() + " have no operation of this name, but " + of(request.kind())));
        }
        return onWorker(() -> found.run(request));
    }

    /** Bodies can be large, and to read them must not keep the calls of an event loop waiting. */
    private static Uni<Object> onWorker(Supplier<Uni<Object>> work) {
        return Uni.createFrom().deferred(work::get).runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }
}
