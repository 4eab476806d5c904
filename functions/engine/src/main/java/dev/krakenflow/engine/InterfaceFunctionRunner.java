package dev.krakenflow.engine;

import dev.krakenflow.engine.client.CallResult;
import dev.krakenflow.engine.client.ClientException;
import dev.krakenflow.failure.Failure;
import dev.krakenflow.failure.FailureCode;
import dev.krakenflow.plan.FunctionCall;
import io.smallrye.mutiny.Uni;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Runs one entry of a service's interface: input → attempts (prepare, call) → transform → output, with {@code error} in
 * place of a failed call.
 *
 * @param call names the function in failures
 * @param attempts the way to the client, with all policies
 * @param open the client's function: asked first, so that nothing is evaluated for a service that is not ready
 */
record InterfaceFunctionRunner(
        FunctionCall call,
        @Nullable SchemaField input,
        Call attempts,
        OpenFunction open,
        @Nullable TemplateField transform,
        @Nullable SchemaField output,
        @Nullable TemplateField error,
        Scheduler scheduler)
        implements FunctionRunner {

    @Override
    public Uni<Object> call(CallSite site) {
        return Uni.createFrom().deferred(() -> {
            CallFrame frame = new CallFrame(site);
            return Uni.createFrom()
                    .deferred(() -> begin(frame))
                    .onItemOrFailure()
                    .transformToUni((raw, thrown) -> settle(raw, thrown, frame));
        });
    }

    private Uni<Object> begin(CallFrame frame) {
        Object args = frame.site().args();
        try {
            open.open();
        } catch (ClientException refused) {
            throw new RunException(refused.failure(), refused);
        }
        if (!(args instanceof Map)) {
            throw noObject(SchemaField.INPUT, FailureCode.INVALID_INPUT, "the args", args);
        }
        if (input != null) {
            input.check(args);
        }
        return attempts.call(frame, frame.site().deadline());
    }

    private Uni<Object> settle(@Nullable Object raw, @Nullable Throwable thrown, CallFrame frame) {
        try {
            Object result = thrown == null ? result(raw, frame) : instead(placed(thrown, Call.STEP, frame), frame);
            return Uni.createFrom().item(result);
        } catch (Throwable failed) {
            return Uni.createFrom().failure(placed(failed, null, frame));
        }
    }

    private Object result(@Nullable Object raw, CallFrame frame) {
        Object value = raw == CallResult.MISSING ? null : raw;
        Object result = transform == null ? value : transform.value(value, frame.evaluation());
        if (!(result instanceof Map)) {
            throw noObject(SchemaField.OUTPUT, FailureCode.INVALID_OUTPUT, "the result", result);
        }
        if (output != null) {
            output.check(result);
        }
        return result;
    }

    private Object instead(RunException failed, CallFrame frame) {
        Failure failure = failed.failure();
        boolean taken = Call.STEP.equals(failure.place().step())
                && failed.over() == null
                && !failure.is(FailureCode.INTERNAL)
                && !frame.site().deadline().passed(scheduler.nanoTime());
        if (error == null || !taken) {
            throw failed;
        }
        return error.object(frame.site().args(), frame.evaluation(failure));
    }

    /** The failure with its place, and whether the service was called. Failures that know their place stay as they are. */
    private RunException placed(Throwable thrown, @Nullable String during, CallFrame frame) {
        RunException failed = Failures.of(thrown, during);
        if (failed.failure().place().service() != null) {
            return failed;
        }
        if (thrown instanceof ClientException refused && refused.beforeTheCall()) {
            frame.notCalled();
        }
        CallSite site = frame.site();
        RunException over = site.deadline().over(failed, scheduler.nanoTime());
        return over.with(site.placed(over.failure(), call).withAttempts(frame.calls()));
    }

    private static RunException noObject(String key, FailureCode code, String what, @Nullable Object value) {
        return SchemaField.failure(key, Failure.of(code, what + " must be an object, it is " + JsonKind.of(value)));
    }
}
