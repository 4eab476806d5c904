package dev.krakenflow.engine;

import io.smallrye.mutiny.Uni;

/**
 * The way from a function's args to its client's result. Policies are calls around calls: each is one small class that
 * knows nothing of the others.
 */
@FunctionalInterface
interface Call {

    /** The step of failures. */
    String STEP = "call";

    /**
     * Makes the call on subscription, again for each; cancelling stops it at once.
     *
     * @param deadline when this call must be over
     * @return a JSON value or {@link dev.krakenflow.engine.client.CallResult#MISSING}; fails with
     *     {@link dev.krakenflow.engine.client.ClientException} or {@link RunException}
     */
    Uni<Object> call(CallFrame frame, Deadline deadline);
}
