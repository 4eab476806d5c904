package dev.krakenflow.function.http;

import io.smallrye.mutiny.Uni;

/** What an endpoint does. Thread-safe; called on the event loop of the request, which it must not block. */
@FunctionalInterface
public interface Action {

    /**
     * Serves one request whose token was checked and whose body was read.
     *
     * @return the answer; fails with {@link RequestException}, anything else is answered as {@code internal}
     */
    Uni<Answer> serve(Request request);
}
