package dev.krakenflow.engine;

import dev.krakenflow.engine.client.ClientException;
import dev.krakenflow.failure.Failure;
import dev.krakenflow.failure.FailureCode;
import dev.krakenflow.plan.FunctionCall;
import io.smallrye.mutiny.Uni;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Runs one entry of a service's interface: input → what makes its results, with {@code error} in place of a failed call.
 *
 * @param call names the function in failures
 * @param open the client's function: asked first, so that nothing is evaluated for a service that is not ready
 * @param whole gives results of the function, objects
 */
record InterfaceFunctionRunner(
        FunctionCall call,
        OpenFunction open,
        @Nullable SchemaField input,
        Call whole,
        @Nullable TemplateField error,
        Scheduler scheduler)
        implements FunctionRunner {

    @Override
    public Uni<Object> call(CallSite site) {
        return Uni.createFrom().deferred(() -> {
            CallFrame frame = new CallFrame(site, site.observer().call(call));
            return begin(frame).onFailure().recoverWithUni(thrown -> settle(thrown, frame));
        });
    }

    private Uni<Object> begin(CallFrame frame) {
        CallSite site = frame.site();
        try {
            open.open();
            if (!(site.args() instanceof Map)) {
                throw InterfaceCall.noObject(SchemaField.INPUT, FailureCode.INVALID_INPUT, "the args", site.args());
            }
            if (input != null) {
                input.check(site.args());
            }
            return whole.call(frame, site.deadline());
        } catch (ClientException refused) {
            return Uni.createFrom().failure(new RunException(refused.failure(), refused));
        } catch (Throwable thrown) {
            return Uni.createFrom().failure(thrown);
        }
    }

    private Uni<Object> settle(Throwable thrown, CallFrame frame) {
        try {
            return Uni.createFrom().item(instead(placed(thrown, Call.STEP, frame), frame));
        } catch (Throwable failed) {
            return Uni.createFrom().failure(placed(failed, null, frame));
        }
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
}
