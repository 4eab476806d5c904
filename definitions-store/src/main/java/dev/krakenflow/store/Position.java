package dev.krakenflow.store;

import static java.util.Objects.requireNonNull;

/**
 * A moment in the life of a store.
 *
 * @param epoch random id of the store; another one means that everything may be different
 * @param revision raised by each write
 */
public record Position(String epoch, long revision) {
    public Position {
        requireNonNull(epoch);
    }
}
