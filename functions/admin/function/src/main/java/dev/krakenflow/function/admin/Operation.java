package dev.krakenflow.function.admin;

import io.smallrye.mutiny.Uni;

/** One thing that the admin side can do. Thread-safe. */
@FunctionalInterface
interface Operation {

    /**
     * Does it.
     *
     * @return the answer's body, a JSON value; fails with {@link dev.krakenflow.function.http.RequestException}
     */
    Uni<Object> run(OperationRequest request);
}
