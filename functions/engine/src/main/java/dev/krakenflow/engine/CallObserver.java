package dev.krakenflow.engine;

import dev.krakenflow.failure.Failure;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Watches one call of a service's function: its attempts, one after another. Told on whatever thread brings them about,
 * never two things at once. A call that several events wait for goes on without the one that it was made for. All methods
 * do nothing unless an observer says otherwise; none may throw or block.
 */
public interface CallObserver {

    /** Nobody watches. */
    CallObserver NONE = new CallObserver() {};

    /**
     * An attempt goes to the client.
     *
     * @param attempt from 1
     * @param tracing headers of the W3C trace context of whoever called the pipeline; may be empty
     * @return those that the attempt is sent with
     */
    default Map<String, String> begins(int attempt, Map<String, String> tracing) {
        return tracing;
    }

    /** The attempt that began last ended, with an answer unless there is a failure; its texts may hold secrets. */
    default void ends(@Nullable Failure failure) {}

    /** The attempt that began last was cancelled. */
    default void isCancelled() {}

    /** What the cache of the function did for the call. */
    default void cached(CacheUse use) {}
}
