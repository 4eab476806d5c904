package dev.krakenflow.idempotency;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/**
 * What stands behind the token of a claim: for adapters. It holds the fingerprint, since the mark may have ended when the
 * answer comes.
 *
 * @param id random, another one for each claim
 */
public record ClaimToken(String id, String fingerprint) {

    private static final char SEPARATOR = ':';

    public ClaimToken {
        requireNonNull(id);
        requireNonNull(fingerprint);
    }

    public static ClaimToken random(String fingerprint) {
        return new ClaimToken(UUID.randomUUID().toString(), fingerprint);
    }

    /**
     * The token of this text.
     *
     * @throws IllegalArgumentException when the text never came out of {@link #text}
     */
    public static ClaimToken of(String text) {
        int separator = text.indexOf(SEPARATOR);
        if (separator < 0) {
            throw new IllegalArgumentException("not the token of a claim");
        }
        return new ClaimToken(text.substring(0, separator), text.substring(separator + 1));
    }

    public String text() {
        return id + SEPARATOR + fingerprint;
    }
}
