package dev.krakenflow.plan;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * What bounds a run of a pipeline.
 *
 * @param timeout the budget of one run
 * @param concurrency events of one invocation that run at the same time
 * @param maxHops components that one event may pass
 * @param maxComponents components that a whole run may pass
 * @param maxEvents events alive or done in one run, and events of a list call
 * @param maxDeliveries how often an event that is cast is delivered until it is dead
 */
public record Limits(
        Duration timeout, int concurrency, long maxHops, long maxComponents, int maxEvents, int maxDeliveries) {

    /** What holds where a definition says nothing. */
    public static final Limits DEFAULT = new Limits(Duration.ofSeconds(30), 16, 10_000, 1_000_000, 10_000, 5);

    /** Limits of a pipeline that says nothing of casts. */
    public Limits(Duration timeout, int concurrency, long maxHops, long maxComponents, int maxEvents) {
        this(timeout, concurrency, maxHops, maxComponents, maxEvents, DEFAULT.maxDeliveries);
    }

    public Limits {
        requireNonNull(timeout);
        if (concurrency < 1 || maxHops < 1 || maxComponents < 1 || maxEvents < 1 || maxDeliveries < 1) {
            throw new IllegalArgumentException("limits must be at least 1");
        }
    }
}
