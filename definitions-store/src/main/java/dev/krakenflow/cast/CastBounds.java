package dev.krakenflow.cast;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * What bounds the size of a queue.
 *
 * @param most events that may wait or be dead in the queue of one pipeline
 * @param kept how long a result is kept, and longer where a key stands longer for its event
 */
public record CastBounds(int most, Duration kept) {

    public static final CastBounds DEFAULT = new CastBounds(CastQueue.MOST, Duration.ofHours(24));

    public CastBounds {
        requireNonNull(kept);
        if (most < 1 || !kept.isPositive()) {
            throw new IllegalArgumentException("a queue holds at least one event, and its result for a while");
        }
    }

    /** These, but with results that are kept so long. */
    public CastBounds keeping(Duration results) {
        return new CastBounds(most, results);
    }
}
