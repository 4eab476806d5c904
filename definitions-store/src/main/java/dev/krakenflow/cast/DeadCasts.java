package dev.krakenflow.cast;

import io.smallrye.mutiny.Uni;

/** Where events are kept that failed as often as they may, until they are redriven. Thread-safe. */
@FunctionalInterface
public interface DeadCasts {

    /**
     * Keeps dead events of one delivery.
     *
     * @return whether they are kept, so that their queue can drop them; else it must keep them itself. May fail with {@code
     *     StoreUnavailableException}: then the queue keeps them too
     */
    Uni<Boolean> keep(CastMessage dead);
}
