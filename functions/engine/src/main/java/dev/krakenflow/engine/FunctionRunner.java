package dev.krakenflow.engine;

import io.smallrye.mutiny.Uni;

/** Calls one function of one service. Thread-safe. */
interface FunctionRunner {

    /**
     * Calls the function, again for each subscription.
     *
     * @return the result, an object; fails with {@link RunException} that knows its place
     */
    Uni<Object> call(CallSite site);
}
