package dev.krakenflow.engine;

import dev.krakenflow.engine.client.CallResult;
import dev.krakenflow.failure.Failure;
import dev.krakenflow.failure.FailureCode;
import io.smallrye.mutiny.Uni;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What makes a result of a service function: attempts → transform → output.
 *
 * @param attempts the way to the client, with all policies
 */
record InterfaceCall(
        Call attempts,
        @Nullable TemplateField transform,
        @Nullable SchemaField output) implements Call {

    /** Gives an object. */
    @Override
    public Uni<Object> call(CallFrame frame, Deadline deadline) {
        return attempts.call(frame, deadline).onItem().transform(raw -> result(raw, frame));
    }

    private Object result(Object raw, CallFrame frame) {
        try {
            Object value = raw == CallResult.MISSING ? null : raw;
            return checked(transform == null ? value : transform.value(value, frame.evaluation()));
        } catch (Throwable thrown) {
            throw Failures.of(thrown, null);
        }
    }

    private Object checked(@Nullable Object result) {
        if (!(result instanceof Map)) {
            throw noObject(SchemaField.OUTPUT, FailureCode.INVALID_OUTPUT, "the result", result);
        }
        if (output != null) {
            output.check(result);
        }
        return result;
    }

    /** The failure of something that must be an object. */
    static RunException noObject(String key, FailureCode code, String what, @Nullable Object value) {
        return SchemaField.failure(key, Failure.of(code, what + " must be an object, it is " + JsonKind.of(value)));
    }
}
