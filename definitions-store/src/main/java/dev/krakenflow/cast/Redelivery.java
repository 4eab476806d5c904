package dev.krakenflow.cast;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * When the events of a delivery that are not done come again.
 *
 * @param after from now; zero: at once
 * @param counted whether the delivery before counts; false: nothing ran, so that the next one has the same number
 */
public record Redelivery(Duration after, boolean counted) {
    public Redelivery {
        requireNonNull(after);
        if (after.isNegative()) {
            throw new IllegalArgumentException("nothing comes again in the past");
        }
    }
}
