package dev.krakenflow.function.http;

import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;

/** Work that nobody needs once its caller has gone. */
final class AttendedWork {

    private AttendedWork() {}

    /** The work, cancelled when the request ends before it is done. To be subscribed to on the event loop of the request. */
    static Uni<Answer> of(RoutingContext context, Uni<Answer> work) {
        Uni<Answer> gone = Uni.createFrom().emitter(emitter -> {
            if (context.response().closed()) {
                emitter.fail(gone());
            } else {
                context.addEndHandler(ended -> emitter.fail(gone()));
            }
        });
        return Uni.combine().any().of(gone, work);
    }

    private static RequestException gone() {
        return RequestException.invalid("the caller has gone");
    }
}
