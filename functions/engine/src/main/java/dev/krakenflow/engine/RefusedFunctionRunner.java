package dev.krakenflow.engine;

import dev.krakenflow.failure.Failure;
import dev.krakenflow.plan.FunctionCall;
import io.smallrye.mutiny.Uni;

/** Stands for a function that cannot be called: its service is not ready, or lacks it. */
record RefusedFunctionRunner(FunctionCall call, Failure failure) implements FunctionRunner {

    @Override
    public Uni<Object> call(CallSite site) {
        return Uni.createFrom().failure(() -> new RunException(site.placed(failure, call), null));
    }
}
