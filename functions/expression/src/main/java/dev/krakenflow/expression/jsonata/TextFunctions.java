package dev.krakenflow.expression.jsonata;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Functions on strings, by whole characters where the library counts halves of them. */
final class TextFunctions {

    private TextFunctions() {}

    static List<GuardedFunction> all(Guard guard) {
        return List.of(
                new GuardedFunction("string", "<x-b?:s>", "string", guard, TextFunctions::string),
                new GuardedFunction("substring", "<s-nn?:s>", "substring", guard, (it, meter) -> substring(it)),
                new GuardedFunction("lowercase", "<s-:s>", "lowercase", guard, (it, meter) -> lowercase(it)),
                new GuardedFunction("uppercase", "<s-:s>", "uppercase", guard, (it, meter) -> uppercase(it)),
                new GuardedFunction("pad", "<s-ns?:s>", "pad", guard, TextFunctions::pad),
                new GuardedFunction("join", "<a<s>s?:s>", "join", guard, TextFunctions::join));
    }

    private static @Nullable String string(Arguments it, Meter meter) {
        Object value = it.value(0);
        return value == null ? null : Texts.of(value, it.isTrue(1), meter);
    }

    private static @Nullable String lowercase(Arguments it) {
        String text = it.string(0);
        return text == null ? null : text.toLowerCase(Locale.ROOT);
    }

    private static @Nullable String uppercase(Arguments it) {
        String text = it.string(0);
        return text == null ? null : text.toUpperCase(Locale.ROOT);
    }

    private static @Nullable String substring(Arguments it) {
        String text = it.string(0);
        Number from = it.number(1);
        Number count = it.number(2);
        if (text == null || from == null) {
            return text;
        }
        int length = text.codePointCount(0, text.length());
        int start = from.intValue() < 0 ? Math.max(0, length + from.intValue()) : Math.min(length, from.intValue());
        int end = count == null ? length : (int) Math.min(length, start + Math.max(0, count.longValue()));
        int first = text.offsetByCodePoints(0, start);
        return text.substring(first, text.offsetByCodePoints(first, end - start));
    }

    private static @Nullable String pad(Arguments it, Meter meter) {
        String text = it.string(0);
        Number width = it.number(1);
        String with = it.string(2);
        if (text == null || width == null) {
            return text;
        }
        meter.checkLength(Math.abs(width.longValue()));
        int missing = Math.abs(width.intValue()) - text.codePointCount(0, text.length());
        if (missing <= 0) {
            return text;
        }
        String padding = padding(with == null || with.isEmpty() ? " " : with, missing);
        return width.intValue() < 0 ? padding + text : text + padding;
    }

    private static String padding(String with, int length) {
        int[] characters = with.codePoints().toArray();
        StringBuilder padding = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            padding.appendCodePoint(characters[i % characters.length]);
        }
        return padding.toString();
    }

    private static @Nullable String join(Arguments it, Meter meter) {
        List<?> parts = it.list(0);
        if (parts == null) {
            return null;
        }
        String separator = Objects.requireNonNullElse(it.string(1), "");
        StringBuilder joined = new StringBuilder();
        for (int i = 0; i < parts.size(); i++) {
            if (!(parts.get(i) instanceof String text)) {
                throw it.mismatch(0, "a list of strings");
            }
            meter.checkLength((long) joined.length() + separator.length() + text.length());
            joined.append(i == 0 ? "" : separator).append(text);
        }
        return joined.toString();
    }
}
