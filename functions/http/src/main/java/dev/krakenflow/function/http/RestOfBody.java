package dev.krakenflow.function.http;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

/** What a caller still sends after it was answered. */
final class RestOfBody {

    /** How long a body that is too large may go on. */
    static final long SHORT_MILLIS = 1_000;

    /** How long any other may. */
    static final long LONG_MILLIS = 5_000;

    private RestOfBody() {}

    /**
     * A caller that is still sending must be able to read the answer, so what it sends is dropped for a moment; then the
     * connection is closed, because nothing more can be understood on it.
     */
    static void letGo(RoutingContext context, long patienceMillis) {
        HttpServerRequest request = context.request();
        if (request.isEnded()) {
            return;
        }
        long timer = context.vertx()
                .setTimer(patienceMillis, id -> request.connection().close());
        request.exceptionHandler(gone -> context.vertx().cancelTimer(timer));
        request.endHandler(end -> context.vertx().cancelTimer(timer));
        request.handler(dropped -> {});
        request.resume();
    }
}
