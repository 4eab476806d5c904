package dev.krakenflow.function.pipeline;

import dev.krakenflow.engine.CallIdentity;
import dev.krakenflow.function.http.Answer;
import dev.krakenflow.function.http.Failures;
import dev.krakenflow.function.http.JsonValue;
import io.quarkus.funqy.Funq;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;

/**
 * The plain invocation surface: the function {@code kraken-call} takes <code>{"pipeline"?, "event" or "events",
 * "debug"?}</code> and gives what a call over HTTP gives; without a pipeline the types of the events lead to it. It has no
 * status: a failure is its problem. Over HTTP the header {@code Idempotency-Key} names the call here too.
 */
public final class KrakenCall {

    static final String NAME = "kraken-call";

    private final PipelineCalls calls;
    private final TypedCalls typed;
    private final DebugRule debugRule;
    private final CurrentVertxRequest http;

    KrakenCall(PipelineCalls calls, TypedCalls typed, DebugRule debugRule, CurrentVertxRequest http) {
        this.calls = calls;
        this.typed = typed;
        this.debugRule = debugRule;
        this.http = http;
    }

    /** Calls a pipeline. */
    @Funq(NAME)
    public Uni<JsonValue> call(JsonValue request) {
        MultiMap headers = headers();
        return Uni.createFrom()
                .deferred(() -> call(CallMessage.read(request.value()), headers))
                .map(Answer::body)
                .onFailure()
                .recoverWithItem(failure -> Failures.of(failure).problem())
                .map(JsonValue::new);
    }

    private Uni<Answer> call(CallMessage message, MultiMap headers) {
        if (message.call().debug()) {
            debugRule.check(headers);
        }
        String key = IdempotencyHeader.read(headers, message.call().body());
        Call call = key == null ? message.call() : message.call().with(new CallIdentity(key, Map.of()));
        return message.pipeline() == null ? typed.call(call) : calls.call(message.pipeline(), call);
    }

    private MultiMap headers() {
        RoutingContext context = http.getCurrent();
        return context == null
                ? MultiMap.caseInsensitiveMultiMap()
                : context.request().headers();
    }
}
