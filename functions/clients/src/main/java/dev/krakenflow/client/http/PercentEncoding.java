package dev.krakenflow.client.http;

import java.nio.charset.StandardCharsets;
import java.util.BitSet;

/** Percent-encoding of URLs (RFC 3986), over the bytes of UTF-8. */
final class PercentEncoding {
    private static final String UNRESERVED = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
    private static final BitSet ANYWHERE = set(UNRESERVED);
    private static final BitSet IN_PATH = set(UNRESERVED + "/!$&'()*+,;=:@");
    private static final BitSet IN_TARGET = set(UNRESERVED + "/!$&'()*+,;=:@?");

    private PercentEncoding() {}

    /** Encodes everything that could mean something in a URL: for values in a path, and for names and values of a query. */
    static String ofValue(String text) {
        return encode(text, ANYWHERE, false);
    }

    /** Encodes what is illegal in a path; what is encoded already stays as it is. */
    static String ofPath(String text) {
        return encode(text, IN_PATH, true);
    }

    /** Encodes what is illegal in a path with its query; what is encoded already stays as it is. */
    static String ofTarget(String text) {
        return encode(text, IN_TARGET, true);
    }

    private static String encode(String text, BitSet legal, boolean keepEncoded) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        StringBuilder encoded = new StringBuilder(bytes.length + 16);
        for (int i = 0; i < bytes.length; i++) {
            int value = bytes[i] & 0xff;
            if (legal.get(value) || (keepEncoded && isEncoded(bytes, i))) {
                encoded.append((char) value);
            } else {
                encoded.append('%').append(hexDigit(value >> 4)).append(hexDigit(value & 0xf));
            }
        }
        return encoded.toString();
    }

    private static boolean isEncoded(byte[] bytes, int at) {
        return bytes[at] == '%'
                && at + 2 < bytes.length
                && Character.digit(bytes[at + 1], 16) >= 0
                && Character.digit(bytes[at + 2], 16) >= 0;
    }

    private static char hexDigit(int value) {
        return Character.toUpperCase(Character.forDigit(value, 16));
    }

    private static BitSet set(String characters) {
        BitSet set = new BitSet(128);
        characters.chars().forEach(set::set);
        return set;
    }
}
