package dev.krakenflow.store.redis;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * What bounds the size of a store.
 *
 * @param keptChanges names in the list of changes; a reader that stands before them loads everything again
 * @param grace how long a blob is kept that nothing points to: longer than any reader takes from pointer to blob, and any
 *     writer from blob to flip
 */
record StoreBounds(int keptChanges, Duration grace) {

    static final StoreBounds DEFAULT = new StoreBounds(10_000, Duration.ofHours(1));

    StoreBounds {
        requireNonNull(grace);
    }
}
