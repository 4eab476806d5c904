package dev.krakenflow.expression.jsonata;

import dev.krakenflow.json.Surrogates;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Percent-encoding as JavaScript's functions of nearly the same names do it. */
final class UrlFunctions {

    private static final String UNRESERVED = "-_.!~*'()";
    private static final String RESERVED = ";/?:@&=+$,#";
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private UrlFunctions() {}

    static List<GuardedFunction> all(Guard guard) {
        return List.of(
                function("encodeUrl", guard, it -> encode(it, UNRESERVED + RESERVED)),
                function("encodeUrlComponent", guard, it -> encode(it, UNRESERVED)),
                function("decodeUrl", guard, it -> decode(it, RESERVED)),
                function("decodeUrlComponent", guard, it -> decode(it, "")));
    }

    private interface Coding {
        @Nullable String apply(Arguments arguments);
    }

    private static GuardedFunction function(String name, Guard guard, Coding coding) {
        return new GuardedFunction(name, "<s-:s>", name, guard, (it, meter) -> coding.apply(it));
    }

    private static @Nullable String encode(Arguments it, String kept) {
        String text = it.string(0);
        if (text == null) {
            return null;
        }
        if (Surrogates.hasLoneOne(text)) {
            throw it.fail("needs whole characters, but there is a lone surrogate");
        }
        StringBuilder encoded = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xFF);
            if (c < 0x80 && (Character.isLetterOrDigit(c) || kept.indexOf(c) >= 0)) {
                encoded.append(c);
            } else {
                encoded.append('%').append(HEX.toHexDigits(b));
            }
        }
        return encoded.toString();
    }

    /** @param kept characters whose escapes stay as they are */
    private static @Nullable String decode(Arguments it, String kept) {
        String text = it.string(0);
        if (text == null || text.indexOf('%') < 0) {
            return text;
        }
        ByteArrayOutputStream decoded = new ByteArrayOutputStream();
        for (int i = 0; i < text.length(); ) {
            int next = text.indexOf('%', i);
            int plainEnd = next < 0 ? text.length() : next;
            decoded.writeBytes(text.substring(i, plainEnd).getBytes(StandardCharsets.UTF_8));
            i = plainEnd;
            if (next >= 0) {
                int value = escaped(it, text, next);
                byte[] bytes = kept.indexOf(value) >= 0
                        ? text.substring(next, next + 3).getBytes(StandardCharsets.UTF_8)
                        : new byte[] {(byte) value};
                decoded.writeBytes(bytes);
                i = next + 3;
            }
        }
        return utf8(it, decoded.toByteArray());
    }

    private static int escaped(Arguments it, String text, int percent) {
        if (percent + 2 >= text.length()
                || !HexFormat.isHexDigit(text.charAt(percent + 1))
                || !HexFormat.isHexDigit(text.charAt(percent + 2))) {
            throw it.fail("needs two hexadecimal digits behind each %");
        }
        return HexFormat.fromHexDigits(text, percent + 1, percent + 3);
    }

    private static String utf8(Arguments it, byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw it.fail("needs escapes that are UTF-8");
        }
    }
}
