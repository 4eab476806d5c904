package dev.krakenflow.engine;

import dev.krakenflow.json.JsonWriter;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Tells calls, and keys of results, apart by what they say: the SHA-256 of their JSON in a form that does not know the order of keys, nor
 * how a number is written.
 */
final class Fingerprint {
    private final StringBuilder text = new StringBuilder();

    private Fingerprint() {}

    /**
     * The fingerprint of a call, 64 hexadecimal digits.
     *
     * @param address of {@link CallIdentity}
     */
    static String of(Map<String, Object> event, Map<String, Object> address) {
        return address.isEmpty() ? ofValues(event) : ofValues(event, address);
    }

    /**
     * The fingerprint of some JSON values in their order, 64 hexadecimal digits.
     *
     * @throws IllegalArgumentException when one cannot be written
     */
    static String ofValues(Object... values) {
        Fingerprint fingerprint = new Fingerprint();
        for (Object value : values) {
            fingerprint.add(value, 0);
        }
        return HexFormat.of()
                .formatHex(sha256().digest(fingerprint.text.toString().getBytes(StandardCharsets.UTF_8)));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }

    private void add(Object value, int depth) {
        if (depth > JsonWriter.MAX_NESTING) {
            throw new IllegalArgumentException("nested deeper than " + JsonWriter.MAX_NESTING);
        }
        switch (value) {
            case Map<?, ?> object -> addObject(object, depth + 1);
            case List<?> list -> addList(list, depth + 1);
            case Number number -> addNumber(number);
            default -> JsonWriter.write(value, text);
        }
    }

    private void addObject(Map<?, ?> object, int depth) {
        text.append('{');
        new TreeMap<>(object).forEach((name, value) -> {
            JsonWriter.write(name, text);
            text.append(':');
            add(value, depth);
            text.append(',');
        });
        text.append('}');
    }

    private void addList(List<?> list, int depth) {
        text.append('[');
        for (Object element : list) {
            add(element, depth);
            text.append(',');
        }
        text.append(']');
    }

    private void addNumber(Number number) {
        BigDecimal exact = switch (number) {
            case BigDecimal it -> it;
            case BigInteger it -> new BigDecimal(it);
            case Double it -> BigDecimal.valueOf(it);
            case Float it -> new BigDecimal(it.toString());
            default -> BigDecimal.valueOf(number.longValue());
        };
        BigDecimal shortest = exact.stripTrailingZeros();
        text.append(shortest.unscaledValue()).append('e').append(-shortest.scale());
    }
}
