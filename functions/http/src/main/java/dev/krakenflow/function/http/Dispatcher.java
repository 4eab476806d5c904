package dev.krakenflow.function.http;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Serves requests that a platform brings whole, without an HTTP server: at the same addresses, for the same callers and with
 * the same answers as {@link FrontDoor}. What would be streamed is answered whole. What Quarkus serves by itself is not here.
 * Thread-safe.
 */
public final class Dispatcher {

    private final Vertx vertx;
    private final RouteTable table;
    private final TokenGuard guard;
    private final Traffic traffic;
    private final Map<String, Action> functions;

    /** @param functions what the functions of the surfaces do; one that is not among them is not found */
    public Dispatcher(
            Vertx vertx, List<Surface> surfaces, List<FunctionAction> functions, TokenGuard guard, Traffic traffic) {
        this.vertx = vertx;
        this.table = new RouteTable(surfaces);
        this.guard = guard;
        this.traffic = traffic;
        this.functions =
                functions.stream().collect(Collectors.toUnmodifiableMap(it -> "/" + it.name(), FunctionAction::action));
    }

    /**
     * Serves a request. Never fails: a failure is answered as its problem. A cancel ends what is streamed, and cancels what
     * runs.
     *
     * @param request whose path parameters are not known yet
     * @param limit the most bytes that a streamed answer may have; more is the failure {@code not-implemented}
     */
    public Uni<Answer> serve(Request request, Caller caller, int limit) {
        return Uni.createFrom()
                .deferred(() -> find(request, caller, limit))
                .onFailure()
                .recoverWithItem(failure -> Answer.problem(Failures.of(failure)));
    }

    private Uni<Answer> find(Request request, Caller caller, int limit) {
        Route route = table.find(request.method(), request.path());
        if (caller == Caller.WITH_TOKEN && !guard.allows(route.access(), request.headers())) {
            return Uni.createFrom().failure(Refusals::noToken);
        }
        return switch (route) {
            case Route.Served served ->
                enter(() -> serve(served.endpoint().work(), request.with(served.parameters()), limit));
            case Route.Moving moving -> enter(() -> serve(moving, request));
            case Route.OtherMethod other -> Uni.createFrom().item(() -> Refusals.otherMethod(other.allowed()));
            case Route.Function function -> enter(() -> call(request));
            case Route.Platform platform -> Uni.createFrom().failure(Refusals::nothing);
            case Route.Unknown unknown -> Uni.createFrom().failure(Refusals::nothing);
        };
    }

    private Uni<Answer> serve(Work work, Request request, int limit) {
        return switch (work) {
            case Work.Whole whole -> whole.action().serve(request);
            case Work.Streamed streamed ->
                streamed.action()
                        .open(request)
                        .chain(answer -> new BufferedDuplex(vertx, request.body(), answer, limit).answer());
        };
    }

    private Uni<Answer> call(Request request) {
        Action function = functions.get(request.path());
        return function == null ? Uni.createFrom().failure(Refusals::nothing) : function.serve(request);
    }

    private static Uni<Answer> serve(Route.Moving moving, Request request) {
        return moving.addresses().find(request.method(), moving.segments()).chain(address -> switch (address) {
            case Address.Served served -> served.action().serve(request);
            case Address.OtherMethods other ->
                Uni.createFrom().item(() -> Refusals.otherMethod(String.join(", ", other.allowed())));
            case Address.Nothing nothing -> Uni.createFrom().failure(Refusals::nothing);
        });
    }

    /** Mutiny alone could tell the end twice, where what has ended is cancelled. */
    private Uni<Answer> enter(Supplier<Uni<? extends Answer>> work) {
        if (!traffic.enter()) {
            return Uni.createFrom().failure(Refusals::ending);
        }
        AtomicBoolean left = new AtomicBoolean();
        return Uni.createFrom().deferred(work).onTermination().invoke(() -> {
            if (left.compareAndSet(false, true)) {
                traffic.leave();
            }
        });
    }
}
