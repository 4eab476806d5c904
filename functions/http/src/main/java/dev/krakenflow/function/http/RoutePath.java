package dev.krakenflow.function.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The path of an endpoint, split into segments. Immutable. */
final class RoutePath {

    /** What the decoder puts in place of bytes that are no UTF-8. */
    private static final char REPLACEMENT = '\uFFFD';

    private final String[] segments;

    RoutePath(String path) {
        this.segments = split(path);
    }

    /** The segments of a path behind its first slash; an empty last one is kept, so {@code /a} and {@code /a/} differ. */
    static String[] split(String path) {
        return path.substring(1).split("/", -1);
    }

    /** The decoded parameters when these segments are of this path, else null. */
    @Nullable Map<String, String> match(String[] asked) {
        if (asked.length != segments.length) {
            return null;
        }
        Map<String, String> parameters = new LinkedHashMap<>();
        for (int i = 0; i < segments.length; i++) {
            if (segments[i].startsWith("{")) {
                String value = decoded(asked[i]);
                if (value == null || value.isEmpty()) {
                    return null;
                }
                parameters.put(segments[i].substring(1, segments[i].length() - 1), value);
            } else if (!segments[i].equals(asked[i])) {
                return null;
            }
        }
        return parameters;
    }

    /** The segments decoded one by one; null when one of them cannot be. */
    static @Nullable List<String> decoded(String[] segments) {
        List<String> decoded = new ArrayList<>(segments.length);
        for (String segment : segments) {
            String value = decoded(segment);
            if (value == null) {
                return null;
            }
            decoded.add(value);
        }
        return decoded;
    }

    private static @Nullable String decoded(String segment) {
        if (segment.indexOf('%') < 0) {
            return segment;
        }
        try {
            String value = URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
            return value.indexOf(REPLACEMENT) < 0 ? value : null;
        } catch (IllegalArgumentException malformed) {
            return null;
        }
    }
}
