package dev.krakenflow.definition;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What bounds a run of a pipeline, as far as it was written.
 *
 * @param timeout the budget of one run
 * @param concurrency events of one invocation that run at the same time, 1 to 10,000
 * @param maxHops components that one event may pass, 1 to 10,000,000
 * @param maxComponents components that a whole run may pass, 1 to 100,000,000
 * @param maxEvents events alive or done in one run, 1 to 1,000,000
 * @param maxDeliveries how often an event that is cast runs until it is dead, 1 to 100
 */
public record LimitsDefinition(
        @Nullable Duration timeout,
        @Nullable Integer concurrency,
        @Nullable Long maxHops,
        @Nullable Long maxComponents,
        @Nullable Integer maxEvents,
        @Nullable Integer maxDeliveries) {}
