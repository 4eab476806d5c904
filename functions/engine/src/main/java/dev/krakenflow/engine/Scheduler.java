package dev.krakenflow.engine;

import io.smallrye.mutiny.subscription.Cancellable;
import java.time.Duration;
import java.time.Instant;

/**
 * Time and turns, given to the engine so that tests take none. In a function it stands on the event loop a run began
 * on. Thread-safe.
 */
public interface Scheduler {

    /** A moment as {@link System#nanoTime()} counts. */
    long nanoTime();

    /** The wall clock. */
    Instant now();

    /** Runs a task later on the same thread or loop, behind what waits there already. Never runs it at once. */
    void soon(Runnable task);

    /** Runs a task once, after a pause; cancelling forgets it. */
    Cancellable after(Duration pause, Runnable task);
}
