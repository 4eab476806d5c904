package dev.krakenflow.policy;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * Whether a call may go on.
 *
 * @param untilNext for one that is refused, when the next window may begin, from now; else zero
 */
public record Permission(boolean granted, Duration untilNext) {
    public Permission {
        requireNonNull(untilNext);
    }
}
