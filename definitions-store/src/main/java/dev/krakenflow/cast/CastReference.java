package dev.krakenflow.cast;

import java.util.HexFormat;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/** By what a caller asks for the event that it has cast: 128 random bits, so that nobody else can guess it. */
public final class CastReference {

    private static final int BYTES = 16;
    private static final Pattern REFERENCE = Pattern.compile("[0-9a-f]{32}");

    private CastReference() {}

    /**
     * A new one.
     *
     * @param random must not be predictable
     */
    public static String next(RandomGenerator random) {
        byte[] bits = new byte[BYTES];
        random.nextBytes(bits);
        return HexFormat.of().formatHex(bits);
    }

    /** Whether a text can be one. */
    public static boolean matches(String text) {
        return REFERENCE.matcher(text).matches();
    }
}
