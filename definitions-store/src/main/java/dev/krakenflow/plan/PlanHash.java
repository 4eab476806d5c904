package dev.krakenflow.plan;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The name of a stored plan: the SHA-256 of its bytes.
 *
 * @param hex 64 hexadecimal digits in lower case
 */
public record PlanHash(String hex) {

    public PlanHash {
        if (hex.length() != 64) {
            throw new IllegalArgumentException("not the hexadecimal form of a SHA-256");
        }
    }

    /** The name of a plan that {@link PlanCodec#encode} wrote. */
    public static PlanHash of(byte[] encoded) {
        try {
            return new PlanHash(HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(encoded)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return hex;
    }
}
