package dev.krakenflow.cast;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * One event that is cast.
 *
 * @param reference by which its caller asks for it: 128 random bits, see {@link CastReference}
 * @param json the event
 * @param key the caller's own word for the call; null: none
 * @param once by what the queue knows the event when it comes again; null: it is taken as often as it comes
 */
public record CastEvent(
        String reference,
        byte[] json,
        @Nullable String key,
        @Nullable CastOnce once) {
    public CastEvent {
        requireNonNull(json);
        if (!CastReference.matches(reference)) {
            throw new IllegalArgumentException("not a reference");
        }
    }
}
