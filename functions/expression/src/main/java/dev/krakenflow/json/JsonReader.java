package dev.krakenflow.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON (RFC 8259, UTF-8) into the values of this package. Numbers stay exact: whole ones, however they are written,
 * as {@code Integer} or {@code Long} where they fit; larger integers as {@code BigInteger}; decimals as {@code Double}
 * where that is the same number, else as {@code BigDecimal}. Refused beside what is no JSON: nesting over {@value #MAX_NESTING}, numbers of more than
 * {@value #MAX_NUMBER_LENGTH} characters, exponents beyond
 * ±{@value Decimals#MAX_EXPONENT}, two members of one name, lone surrogates, anything behind the value. Thread-safe.
 */
public final class JsonReader {

    /** Objects and lists within each other. */
    public static final int MAX_NESTING = 200;

    /** Characters of one number. */
    public static final int MAX_NUMBER_LENGTH = 10_000;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_NESTING)
                    .maxNumberLength(MAX_NUMBER_LENGTH)
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private JsonReader() {}

    /**
     * The one value that the bytes hold.
     *
     * @throws MalformedJsonException when they do not hold exactly one value
     */
    public static Object read(byte[] utf8) {
        return read(utf8, 0, utf8.length);
    }

    /** The one value that these of the bytes hold, as {@link #read(byte[])} reads all of them. */
    static Object read(byte[] utf8, int from, int to) {
        String text = new String(utf8, from, to - from, StandardCharsets.UTF_8);
        if (text.indexOf('\uFFFD') >= 0 && !isUtf8(ByteBuffer.wrap(utf8, from, to - from))) {
            throw new MalformedJsonException("expected UTF-8, but some bytes are not", 1, 1, null);
        }
        // Only an escape can bring a lone surrogate into what was UTF-8.
        return readWhole(text, text.contains("\\u"));
    }

    /**
     * The one value that the text holds.
     *
     * @throws MalformedJsonException when it does not hold exactly one value
     */
    public static Object read(String text) {
        return readWhole(text, true);
    }

    /**
     * The next value of a parser: the one at its current token, or, when it has none, at the next. Leaves the parser on
     * the value's last token, so that the following call reads the following value.
     *
     * @param parser one of a factory with bounds of its own on the length of numbers and strings
     * @return null when there is no more
     * @throws MalformedJsonException when what follows is no value
     */
    public static @Nullable Object read(JsonParser parser) {
        try {
            if (parser.currentToken() == null && parser.nextToken() == null) {
                return null;
            }
            Object value = new ValueReader(parser, true).value(0);
            parser.clearCurrentToken();
            return value;
        } catch (IOException e) {
            throw malformed(parser, e);
        }
    }

    private static Object readWhole(String text, boolean checkSurrogates) {
        try (JsonParser parser = FACTORY.createParser(text)) {
            return whole(parser, checkSurrogates);
        } catch (IOException e) {
            throw new MalformedJsonException("cannot be read", 1, 1, e);
        }
    }

    private static Object whole(JsonParser parser, boolean checkSurrogates) {
        try {
            if (parser.nextToken() == null) {
                throw at(parser.currentLocation(), "expected a JSON value, but there is nothing", null);
            }
            Object value = new ValueReader(parser, checkSurrogates).value(0);
            if (parser.nextToken() != null) {
                throw at(parser.currentTokenLocation(), "expected the end behind the value", null);
            }
            return value;
        } catch (IOException e) {
            throw malformed(parser, e);
        }
    }

    private static boolean isUtf8(ByteBuffer bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(bytes);
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    static MalformedJsonException at(JsonLocation location, String reason, @Nullable Throwable cause) {
        return new MalformedJsonException(
                reason, Math.max(1, location.getLineNr()), Math.max(1, location.getColumnNr()), cause);
    }

    private static MalformedJsonException malformed(JsonParser parser, IOException e) {
        if (e instanceof StreamConstraintsException) {
            return at(parser.currentLocation(), Expectation.ofBound(e, parser.streamReadConstraints()), null);
        }
        JsonLocation location = parser.currentLocation();
        int back = Expectation.isBehindTheFault(e) ? 1 : 0;
        return new MalformedJsonException(
                Expectation.of(e), location.getLineNr(), Math.max(1, location.getColumnNr() - back), null);
    }
}
