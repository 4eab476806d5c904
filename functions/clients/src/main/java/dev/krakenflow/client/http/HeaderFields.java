package dev.krakenflow.client.http;

import dev.krakenflow.json.JsonNull;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Header fields of a request, as definitions give them. */
final class HeaderFields {
    private static final Pattern NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]{1,256}");
    private static final Pattern CONTROL = Pattern.compile("[\\x00-\\x08\\x0a-\\x1f\\x7f]");

    /** What frames the message or belongs to the connection (RFC 9110, 7.6.1; RFC 9112): for the client to say. */
    private static final Set<String> OF_THE_CONNECTION = Set.of(
            "connection",
            "content-length",
            "expect",
            "host",
            "http2-settings",
            "keep-alive",
            "proxy-connection",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade");

    private HeaderFields() {}

    /**
     * Reads a {@code headers} object: names in any case to strings, numbers, booleans or lists of these; null is left out.
     *
     * @return text by name in lower case, as it goes over the wire
     * @throws ArgumentProblem when a name or a value cannot be sent; the value is not repeated in it
     */
    static Map<String, String> read(Map<?, ?> headers) {
        Map<String, String> fields = new LinkedHashMap<>();
        headers.forEach((key, value) -> {
            String name = checkedName(String.valueOf(key));
            if (value != JsonNull.VALUE) {
                fields.put(name, value instanceof List<?> list ? joined(name, list) : text(name, value));
            }
        });
        return fields;
    }

    /** The name in lower case. */
    static String checkedName(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new ArgumentProblem("a header has a name of letters, digits and hyphens");
        }
        String lower = name.toLowerCase(Locale.ROOT);
        if (OF_THE_CONNECTION.contains(lower)) {
            throw new ArgumentProblem("the header " + lower + " is for the client to set");
        }
        return lower;
    }

    private static String joined(String name, List<?> values) {
        return values.stream().map(value -> text(name, value)).collect(Collectors.joining(", "));
    }

    private static String text(String name, Object value) {
        String text = Scalars.textOf(value)
                .orElseThrow(() -> new ArgumentProblem("headers." + name + " must be a string, a number or a boolean"));
        return checkedText("headers." + name, text);
    }

    /**
     * A text as it goes over the wire.
     *
     * @param where what it is in the definition
     * @throws ArgumentProblem when it cannot be sent
     */
    static String checkedText(String where, String text) {
        if (CONTROL.matcher(text).find()) {
            throw new ArgumentProblem(where + " holds a line break or another control character");
        }
        // Header fields are bytes. What is not ASCII goes as UTF-8, each byte in one char for the codec.
        return new String(text.strip().getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }
}
