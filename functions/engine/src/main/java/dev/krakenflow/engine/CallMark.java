package dev.krakenflow.engine;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * By what a call of one event is known when it comes again.
 *
 * @param key the caller's, or what the pipeline makes of the event
 * @param fingerprint of what must be the same beside the key: short
 * @param ttl how long the call is known
 */
public record CallMark(String key, String fingerprint, Duration ttl) {
    public CallMark {
        requireNonNull(key);
        requireNonNull(fingerprint);
        requireNonNull(ttl);
    }
}
