package dev.krakenflow.function.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.RoutingContextInternal;

/**
 * Lets requests of Funqy functions go on, with a body that was read within its bounds and is JSON: Funqy itself would
 * read any number of bytes, and log what it cannot parse.
 */
final class FunctionPassage {

    private final BodyReader bodies;
    private final Traffic traffic;

    FunctionPassage(BodyReader bodies, Traffic traffic) {
        this.bodies = bodies;
        this.traffic = traffic;
    }

    void pass(RoutingContext context, Reply reply) {
        context.addEndHandler(end -> traffic.leave());
        bodies.read(context.request())
                .invoke(body -> JsonBody.read(context.request().headers(), body))
                .subscribe()
                .with(body -> goOn(context, body), reply::refuse);
    }

    /** As if the body handler of the router had been here, which then does not read the body again. */
    private static void goOn(RoutingContext context, byte[] body) {
        RoutingContextInternal internal = (RoutingContextInternal) context;
        internal.visitHandler(RoutingContextInternal.BODY_HANDLER);
        internal.setBody(Buffer.buffer(body));
        context.next();
    }
}
