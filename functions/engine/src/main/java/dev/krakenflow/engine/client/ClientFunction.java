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

    /**
     * Whether two calls do no more than one, so that a call may be made again of which is not known what became of it.
     * Asked before the call; throws nothing.
     *
     * @param args as in {@link #call}, which may be such that they cannot be sent
     */
    default boolean repeatable(Object args) {
        return false;
    }
}
