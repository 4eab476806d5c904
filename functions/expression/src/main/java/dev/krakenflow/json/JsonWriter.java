package dev.krakenflow.json;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes the values of this package as JSON without white space: keys in their order, numbers in their shortest form.
 * What is no JSON value (a missing value inside, a lone surrogate, nesting over {@value #MAX_NESTING}) is refused with
 * an {@code IllegalArgumentException} that does not show it. Thread-safe.
 */
public final class JsonWriter {

    /** More than is read, because templates put values into each other. */
    public static final int MAX_NESTING = 1000;

    private final StringBuilder out;

    private JsonWriter(StringBuilder out) {
        this.out = out;
    }

    /** The JSON text of a value. */
    public static String write(Object value) {
        StringBuilder out = new StringBuilder();
        write(value, out);
        return out.toString();
    }

    /** The JSON text of a value in UTF-8. */
    public static byte[] writeBytes(Object value) {
        return write(value).getBytes(StandardCharsets.UTF_8);
    }

    /** Appends the JSON text of a value. */
    public static void write(Object value, StringBuilder out) {
        new JsonWriter(out).value(value, 0);
    }

    private void value(@Nullable Object value, int depth) {
        switch (value) {
            case String it -> string(it);
            case Number it -> out.append(NumberText.of(it));
            case Boolean it -> out.append(it.booleanValue());
            case Map<?, ?> it -> object(it, depth + 1);
            case List<?> it -> list(it, depth + 1);
            case JsonNull it -> out.append("null");
            case null -> throw new IllegalArgumentException("a missing value cannot be written");
            default -> throw new IllegalArgumentException("not a JSON value: " + value.getClass());
        }
    }

    private void object(Map<?, ?> object, int depth) {
        checkDepth(depth);
        out.append('{');
        boolean first = true;
        for (Map.Entry<?, ?> member : object.entrySet()) {
            if (!first) {
                out.append(',');
            }
            first = false;
            if (!(member.getKey() instanceof String name)) {
                throw new IllegalArgumentException("a name in an object must be a string");
            }
            string(name);
            out.append(':');
            value(member.getValue(), depth);
        }
        out.append('}');
    }

    private void list(List<?> list, int depth) {
        checkDepth(depth);
        out.append('[');
        boolean first = true;
        for (Object element : list) {
            if (!first) {
                out.append(',');
            }
            first = false;
            value(element, depth);
        }
        out.append(']');
    }

    private void string(String text) {
        out.append('"');
        int written = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= ' ' && c != '"' && c != '\\' && !Character.isSurrogate(c)) {
                continue;
            }
            if (Character.isSurrogate(c)) {
                i = behindPair(text, i);
                continue;
            }
            out.append(text, written, i);
            escape(c);
            written = i + 1;
        }
        out.append(text, written, text.length()).append('"');
    }

    private static int behindPair(String text, int i) {
        boolean pair = Character.isHighSurrogate(text.charAt(i))
                && i + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(i + 1));
        if (!pair) {
            throw new IllegalArgumentException("a lone surrogate cannot be written");
        }
        return i + 1;
    }

    private void escape(char c) {
        switch (c) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            case '\b' -> out.append("\\b");
            case '\f' -> out.append("\\f");
            default -> out.append(c < 0x10 ? "\\u000" : "\\u00").append(Integer.toHexString(c));
        }
    }

    private static void checkDepth(int depth) {
        if (depth > MAX_NESTING) {
            throw new IllegalArgumentException("nested deeper than " + MAX_NESTING);
        }
    }
}
