package dev.krakenflow.function.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * A token that callers show. Only its SHA-256 is kept, and compared in constant time, so that neither its text nor its
 * length shows in how long an answer takes.
 */
public final class Token {

    private final byte[] digest;

    private Token(byte[] digest) {
        this.digest = digest;
    }

    /**
     * A token with this text.
     *
     * @throws IllegalArgumentException when the text is blank
     */
    public static Token of(String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("a token may not be blank");
        }
        return new Token(digest(text));
    }

    boolean matches(String shown) {
        return MessageDigest.isEqual(digest, digest(shown));
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
