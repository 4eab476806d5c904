package dev.krakenflow.plan;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * How many calls of a service are made in a time.
 *
 * @param limit calls in a window
 * @param shared whether all processes count together, or each for itself
 */
public record RateLimit(int limit, Duration window, boolean shared) {

    public RateLimit {
        requireNonNull(window);
        if (limit < 1) {
            throw new IllegalArgumentException("at least one call");
        }
    }
}
