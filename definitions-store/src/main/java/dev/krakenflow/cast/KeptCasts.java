package dev.krakenflow.cast;

import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/**
 * Dead deliveries that are kept beside their queue, so that they can be sent to it again: those of a pipeline in the order
 * in which they died. Every {@code Uni} does its work on subscription and fails with {@code StoreUnavailableException} when
 * there is no answer in time. Thread-safe.
 */
public interface KeptCasts extends DeadCasts {

    /** How many are kept of a pipeline. */
    Uni<Integer> count(String pipeline);

    /** The first that is kept of a pipeline; it stays. */
    Uni<@Nullable CastMessage> first(String pipeline);

    /** Keeps one no more. */
    Uni<Void> remove(CastMessage kept);

    /** Keeps none of a pipeline any more. */
    Uni<Void> forget(String pipeline);
}
