package dev.krakenflow.definition;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * When calls are no longer made because too many fail, with the defaults where nothing was written.
 *
 * @param failureRatio share of failed calls that opens it, above 0 and at most 1
 * @param requestVolumeThreshold calls over which the share is computed, 1 to 10,000
 * @param delay how long it stays open
 * @param successThreshold successes that close it again, 1 to 1,000
 */
public record BreakerDefinition(double failureRatio, int requestVolumeThreshold, Duration delay, int successThreshold) {
    public BreakerDefinition {
        requireNonNull(delay);
    }
}
