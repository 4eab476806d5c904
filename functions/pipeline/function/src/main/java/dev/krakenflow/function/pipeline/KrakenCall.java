package dev.krakenflow.function.pipeline;

import dev.krakenflow.function.http.JsonValue;
import io.quarkus.funqy.Funq;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;

/**
 * The plain invocation surface: the function {@code kraken-call} takes <code>{"pipeline"?, "event" or "events",
 * "debug"?}</code> and gives what a call over HTTP gives; without a pipeline the types of the events lead to it. It has no
 * status: a failure is its problem. Over HTTP the header {@code Idempotency-Key} names the call here too.
 */
public final class KrakenCall {

    static final String NAME = "kraken-call";

    private final MessageCalls calls;
    private final CurrentVertxRequest http;

    KrakenCall(MessageCalls calls, CurrentVertxRequest http) {
        this.calls = calls;
        this.http = http;
    }

    /** Calls a pipeline. */
    @Funq(NAME)
    public Uni<JsonValue> call(JsonValue request) {
        return calls.call(request.value(), headers(), null).map(JsonValue::new);
    }

    private MultiMap headers() {
        RoutingContext context = http.getCurrent();
        return context == null
                ? MultiMap.caseInsensitiveMultiMap()
                : context.request().headers();
    }
}
