package dev.krakenflow.function.http;

import dev.krakenflow.failure.FailureCode;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.List;

/**
 * Stands before every route of the process, those of Funqy and of the platform too: finds what is asked for, refuses who
 * may not have it, and serves it or lets the request go on. Whatever is not in its table goes nowhere. Thread-safe.
 *
 * <p>It must stand at order {@link Integer#MIN_VALUE} exactly: only there a body has not been read yet.
 */
public final class FrontDoor implements Handler<RoutingContext> {

    private final RouteTable table;
    private final TokenGuard guard;
    private final BodyReader bodies;
    private final FunctionPassage functions;
    private final Traffic traffic;

    public FrontDoor(Vertx vertx, List<Surface> surfaces, TokenGuard guard, Traffic traffic) {
        this.table = new RouteTable(surfaces);
        this.guard = guard;
        this.bodies = new BodyReader(vertx);
        this.functions = new FunctionPassage(bodies, traffic);
        this.traffic = traffic;
    }

    @Override
    public void handle(RoutingContext context) {
        Route route = table.find(context.request().method().name(), context.normalizedPath());
        Reply reply = new Reply(context);
        if (!guard.allows(route.access(), context.request().headers())) {
            reply.refuse(RequestException.of(FailureCode.UNAUTHORIZED, "send \"Authorization: Bearer <token>\""));
            return;
        }
        switch (route) {
            case Route.Served served -> enter(reply, () -> serve(context, served, reply));
            case Route.Function function -> enter(reply, () -> functions.pass(context, reply));
            case Route.Platform platform -> context.next();
            case Route.OtherMethod other -> reply.send(otherMethod(other.allowed()));
            case Route.Unknown unknown -> reply.refuse(RequestException.of(FailureCode.NOT_FOUND, "no such path"));
        }
    }

    private void enter(Reply reply, Runnable work) {
        if (traffic.enter()) {
            work.run();
        } else {
            reply.refuse(RequestException.of(FailureCode.OVERLOADED, "this process is about to end"));
        }
    }

    private void serve(RoutingContext context, Route.Served route, Reply reply) {
        answer(context, route)
                .subscribe()
                .with(
                        answer -> {
                            reply.send(answer);
                            traffic.leave();
                        },
                        failure -> {
                            reply.refuse(failure);
                            traffic.leave();
                        });
    }

    private Uni<Answer> answer(RoutingContext context, Route.Served route) {
        HttpServerRequest request = context.request();
        return bodies.read(request)
                .map(body -> new Request(route.parameters(), context.queryParams(), request.headers(), body))
                .chain(route.endpoint().action()::serve);
    }

    private static Answer otherMethod(String allowed) {
        return Answer.problem(RequestException.of(FailureCode.METHOD_NOT_ALLOWED, "allowed here: " + allowed)
                        .failure())
                .with("allow", allowed);
    }
}
