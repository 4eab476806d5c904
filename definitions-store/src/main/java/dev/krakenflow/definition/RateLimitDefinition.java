package dev.krakenflow.definition;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * How many calls may be made in a time.
 *
 * @param limit calls in one window, 1 to 1,000,000
 * @param window the time
 * @param scope {@code instance}: of one process; {@code shared}: of all
 */
public record RateLimitDefinition(int limit, Duration window, String scope) {
    public RateLimitDefinition {
        requireNonNull(window);
        requireNonNull(scope);
    }
}
