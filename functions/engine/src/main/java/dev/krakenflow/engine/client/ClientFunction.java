package dev.krakenflow.engine.client;

import io.smallrye.mutiny.Uni;

/** A service function, ready to be called. Thread-safe. */
@FunctionalInterface
public interface ClientFunction {

    /**
     * One attempt. Does its work on subscription, again for each; cancelling stops the work at once, also while it
     * waits for a connection. Need not time out by itself: the caller cancels.
     *
     * @param args what {@code prepare} gave: a JSON value of {@code dev.krakenflow.json}
     * @return a JSON value (never Java's null: a missing value is {@link CallResult#MISSING}); fails with
     *     {@link ClientException}
     */
    Uni<Object> call(Object args, CallContext context);
}
