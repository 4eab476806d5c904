package dev.krakenflow.expression.jsonata;

import com.dashjoin.jsonata.Utils;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/** Functions that search strings, for a string or by a regular expression. */
final class RegexFunctions {

    private RegexFunctions() {}

    static List<GuardedFunction> all(Guard guard) {
        return List.of(
                new GuardedFunction("match", "<s-f<s:o>n?:a<o>>", "match", guard, RegexFunctions::match),
                new GuardedFunction("contains", "<s-(sf):b>", "contains", guard, RegexFunctions::contains),
                new GuardedFunction("split", "<s-(sf)n?:a<s>>", "split", guard, RegexFunctions::split),
                new GuardedFunction("replace", "<s-(sf)(sf)n?:s>", "replace", guard, Replacement::replace));
    }

    private static @Nullable Object match(Arguments it, Meter meter) {
        String text = it.string(0);
        if (text == null) {
            return null;
        }
        Matcher matcher = regex(it).on(text, meter);
        int limit = limit(it, 2);
        List<Object> matches = Utils.createSequence();
        while (matches.size() < limit && matcher.find()) {
            Map<String, Object> match = new LinkedHashMap<>();
            match.put("match", matcher.group());
            match.put("index", matcher.start());
            match.put("groups", GuardedRegex.groups(matcher));
            matches.add(match);
            meter.work(1);
        }
        return matches;
    }

    private static @Nullable Boolean contains(Arguments it, Meter meter) {
        String text = it.string(0);
        if (text == null) {
            return null;
        }
        return it.value(1) instanceof String searched
                ? text.contains(searched)
                : regex(it).on(text, meter).find();
    }

    private static @Nullable List<Object> split(Arguments it, Meter meter) {
        String text = it.string(0);
        if (text == null) {
            return null;
        }
        int limit = limit(it, 2);
        if (!(it.value(1) instanceof String separator)) {
            return splitBy(regex(it).on(text, meter), text, limit, meter);
        }
        return separator.isEmpty() ? characters(text, limit, meter) : splitBy(separator, text, limit, meter);
    }

    private static List<Object> splitBy(Matcher matcher, String text, int limit, Meter meter) {
        List<Object> parts = new ArrayList<>();
        int start = 0;
        while (parts.size() < limit && matcher.find()) {
            if (matcher.end() > 0) {
                parts.add(text.substring(start, matcher.start()));
                start = matcher.end();
                meter.checkSize(parts.size());
                meter.work(1);
            }
        }
        return withRest(parts, text.substring(start), limit);
    }

    private static List<Object> splitBy(String separator, String text, int limit, Meter meter) {
        List<Object> parts = new ArrayList<>();
        int start = 0;
        for (int next = text.indexOf(separator);
                next >= 0 && parts.size() < limit;
                next = text.indexOf(separator, start)) {
            parts.add(text.substring(start, next));
            start = next + separator.length();
            meter.work(1);
        }
        return withRest(parts, text.substring(start), limit);
    }

    private static List<Object> withRest(List<Object> parts, String rest, int limit) {
        if (parts.size() < limit) {
            parts.add(rest);
        }
        return parts;
    }

    private static List<Object> characters(String text, int limit, Meter meter) {
        meter.checkSize(Math.min(limit, text.codePointCount(0, text.length())));
        List<Object> characters = new ArrayList<>();
        text.codePoints().limit(limit).forEach(character -> characters.add(Character.toString(character)));
        return characters;
    }

    static GuardedRegex regex(Arguments it) {
        if (it.value(1) instanceof GuardedRegex regex) {
            return regex;
        }
        throw it.mismatch(1, "a string or a regular expression");
    }

    /** How many at most; all when missing. */
    static int limit(Arguments it, int index) {
        Number limit = it.number(index);
        if (limit != null && limit.doubleValue() < 0) {
            throw it.mismatch(index, "a number of at least 0");
        }
        return limit == null ? Integer.MAX_VALUE : limit.intValue();
    }
}
