package dev.krakenflow.cast;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * How the queue knows an event again: the same key with the same fingerprint is the same event, which has its reference
 * already.
 *
 * @param key of any length, of the event's pipeline
 * @param fingerprint equal for equal events and, as far as can be, for no others; short
 * @param ttl how long the key stands for the event, from when it is taken
 */
public record CastOnce(String key, String fingerprint, Duration ttl) {
    public CastOnce {
        requireNonNull(key);
        requireNonNull(fingerprint);
        requireNonNull(ttl);
    }
}
