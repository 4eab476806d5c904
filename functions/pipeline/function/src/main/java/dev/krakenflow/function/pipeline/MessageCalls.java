package dev.krakenflow.function.pipeline;

import dev.krakenflow.engine.CallIdentity;
import dev.krakenflow.function.http.Answer;
import dev.krakenflow.function.http.Failures;
import dev.krakenflow.json.JsonNull;
import io.smallrye.mutiny.Uni;
import io.vertx.core.MultiMap;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Calls that come as messages: <code>{"pipeline"?, "event" or "events", "debug"?}</code>; without a pipeline the types of the
 * events lead to it. Thread-safe.
 */
public final class MessageCalls {

    private final PipelineCalls calls;
    private final TypedCalls typed;
    private final DebugRule debugRule;

    MessageCalls(PipelineCalls calls, TypedCalls typed, DebugRule debugRule) {
        this.calls = calls;
        this.typed = typed;
        this.debugRule = debugRule;
    }

    /**
     * Does what a message asks for.
     *
     * @param message a JSON value
     * @param headers beside the message: the header {@code Idempotency-Key} names the call, a token allows {@code debug}
     * @param budget the time that its caller leaves; null: that of the pipeline
     * @return what a call over HTTP answers, JSON's null for nothing; a failure is its problem. Never fails
     */
    public Uni<Object> call(@Nullable Object message, MultiMap headers, @Nullable Duration budget) {
        return Uni.createFrom()
                .deferred(() -> call(CallMessage.read(message), headers, budget))
                .map(answer -> answer.body() == null ? JsonNull.VALUE : answer.body())
                .onFailure()
                .recoverWithItem(failure -> Failures.of(failure).problem());
    }

    private Uni<Answer> call(CallMessage message, MultiMap headers, @Nullable Duration budget) {
        if (message.call().debug()) {
            debugRule.check(headers);
        }
        String key = IdempotencyHeader.read(headers, message.call().body());
        Call within = message.call().within(Budget.of(budget));
        Call call = key == null ? within : within.with(new CallIdentity(key, Map.of()));
        return message.pipeline() == null ? typed.call(call) : calls.call(message.pipeline(), call);
    }
}
