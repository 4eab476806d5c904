package dev.krakenflow.store.redis;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * How consumers are heard of.
 *
 * @param beat after what time each says that it is there
 * @param gone who was not heard of for so long is not there any more
 */
record CastPulse(Duration beat, Duration gone) {

    static final CastPulse DEFAULT = new CastPulse(Duration.ofSeconds(2), Duration.ofSeconds(10));

    CastPulse {
        requireNonNull(beat);
        requireNonNull(gone);
    }
}
