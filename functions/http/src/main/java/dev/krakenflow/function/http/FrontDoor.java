package dev.krakenflow.function.http;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Stands before every route of the process, those of Funqy and of the platform too: finds what is asked for, refuses who
 * may not have it, and serves it or lets the request go on. Whatever is not in its table goes nowhere. Thread-safe.
 */
public final class FrontDoor implements Handler<RoutingContext> {

    private final RouteTable table;
    private final TokenGuard guard;
    private final BodyReader bodies;
    private final FunctionPassage functions;
    private final StreamPassage streams;
    private final Traffic traffic;

    public FrontDoor(Vertx vertx, List<Surface> surfaces, TokenGuard guard, Traffic traffic) {
        this.table = new RouteTable(surfaces);
        this.guard = guard;
        this.bodies = new BodyReader(vertx);
        this.functions = new FunctionPassage(bodies, traffic);
        this.streams = new StreamPassage(traffic);
        this.traffic = traffic;
    }

    /**
     * Becomes the first of a router's routes, and answers what none of them does. It stands at order
     * {@link Integer#MIN_VALUE} exactly: only there a body has not been read yet.
     */
    public void openIn(Router router) {
        router.route().order(Integer.MIN_VALUE).handler(this);
        UnservedRequests.answerIn(router);
    }

    @Override
    public void handle(RoutingContext context) {
        if (traffic.isLeaving()) {
            leaveConnection(context);
        }
        Reply reply = new Reply(context);
        String path = path(context);
        if (path == null) {
            reply.refuse(Refusals.undecodable());
            return;
        }
        Route route = table.find(context.request().method().name(), path);
        if (!guard.allows(route.access(), context.request().headers())) {
            reply.refuse(Refusals.noToken());
            return;
        }
        switch (route) {
            case Route.Served served -> enter(reply, () -> serve(context, served, reply));
            case Route.Function function -> enter(reply, () -> functions.pass(context, reply));
            case Route.Platform platform -> context.next();
            case Route.Moving moving -> enter(reply, () -> finish(reply, find(context, moving, reply)));
            case Route.OtherMethod other -> reply.send(Refusals.otherMethod(other.allowed()));
            case Route.Unknown unknown -> reply.refuse(Refusals.nothing());
        }
    }

    /** The caller's next request goes over another connection, to another process then. */
    private static void leaveConnection(RoutingContext context) {
        if (context.request().version() != HttpVersion.HTTP_2) {
            context.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        }
    }

    private void enter(Reply reply, Runnable work) {
        if (traffic.enter()) {
            work.run();
        } else {
            reply.refuse(Refusals.ending());
        }
    }

    private void finish(Reply reply, Uni<Answer> answer) {
        answer.subscribe()
                .with(
                        given -> {
                            reply.send(given);
                            traffic.leave();
                        },
                        failure -> {
                            reply.refuse(failure);
                            traffic.leave();
                        });
    }

    private void serve(RoutingContext context, Route.Served served, Reply reply) {
        switch (served.endpoint().work()) {
            case Work.Whole whole -> finish(reply, serve(context, whole.action(), served.parameters()));
            case Work.Streamed streamed -> streams.open(context, reply, streamed.action(), served.parameters());
        }
    }

    private Uni<Answer> serve(RoutingContext context, Action action, Map<String, String> parameters) {
        return bodies.read(context.request())
                .map(body -> Request.of(context, parameters, body))
                .chain(action::serve);
    }

    private Uni<Answer> serve(RoutingContext context, Address.Served served) {
        Uni<Answer> answer = serve(context, served.action(), Map.of());
        return served.endsWithCaller() ? AttendedWork.of(context, answer) : answer;
    }

    /** The body waits until it is known who reads it, which may take a look into the store. */
    private Uni<Answer> find(RoutingContext context, Route.Moving moving, Reply reply) {
        HttpServerRequest request = context.request();
        request.pause();
        return Uni.createFrom()
                .deferred(() -> moving.addresses().find(request.method().name(), moving.segments()))
                .emitOn(reply::onItsLoop)
                .chain(address -> switch (address) {
                    case Address.Served served -> serve(context, served);
                    case Address.OtherMethods other ->
                        Uni.createFrom().item(Refusals.otherMethod(String.join(", ", other.allowed())));
                    case Address.Nothing nothing -> Uni.createFrom().failure(Refusals::nothing);
                });
    }

    /** The path, once it is sure that the query can be decoded too, whoever reads it. */
    private static @Nullable String path(RoutingContext context) {
        try {
            context.queryParams();
            return context.normalizedPath();
        } catch (HttpException | IllegalArgumentException malformed) {
            return null;
        }
    }
}
