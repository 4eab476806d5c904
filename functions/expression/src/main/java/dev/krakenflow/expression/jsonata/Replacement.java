package dev.krakenflow.expression.jsonata;

import com.dashjoin.jsonata.Functions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/** {@code $replace}: strings literally, matches by a text with {@code $1}, or by a function. */
final class Replacement {

    private final Arguments arguments;
    private final Meter meter;
    private final StringBuilder out = new StringBuilder();

    private Replacement(Arguments arguments, Meter meter) {
        this.arguments = arguments;
        this.meter = meter;
    }

    static @Nullable String replace(Arguments arguments, Meter meter) throws Throwable {
        String text = arguments.string(0);
        if (text == null) {
            return null;
        }
        Replacement replacement = new Replacement(arguments, meter);
        int limit = RegexFunctions.limit(arguments, 3);
        int end = arguments.value(1) instanceof String searched
                ? replacement.replaceText(text, searched, limit)
                : replacement.replaceMatches(text, limit);
        replacement.append(text.substring(end));
        return replacement.out.toString();
    }

    private int replaceText(String text, String searched, int limit) {
        String with = arguments.string(2);
        if (searched.isEmpty() || with == null) {
            throw arguments.fail("needs something to search for, and a replacement");
        }
        int start = 0;
        int next = text.indexOf(searched);
        for (int count = 0; next >= 0 && count < limit; count++) {
            append(text.substring(start, next));
            append(with);
            start = next + searched.length();
            next = text.indexOf(searched, start);
        }
        return start;
    }

    private int replaceMatches(String text, int limit) throws Throwable {
        Matcher matcher = RegexFunctions.regex(arguments).on(text, meter);
        int start = 0;
        for (int count = 0; count < limit && matcher.find(); count++) {
            append(text.substring(start, matcher.start()));
            if (arguments.value(2) instanceof String template) {
                expand(template, matcher);
            } else {
                append(computed(matcher));
            }
            start = matcher.end();
        }
        return start;
    }

    private String computed(Matcher matcher) throws Throwable {
        Map<String, Object> match = new LinkedHashMap<>();
        match.put("match", matcher.group());
        match.put("start", matcher.start());
        match.put("end", matcher.end());
        match.put("groups", GuardedRegex.groups(matcher));
        Object result = Functions.funcApply(arguments.value(2), List.of(match));
        if (result instanceof String text) {
            return text;
        }
        throw arguments.fail("needs a function that gives a string");
    }

    /** {@code $$} is a dollar, {@code $0} the match, {@code $1} a group; any other dollar is itself. */
    private void expand(String template, Matcher matcher) {
        int i = 0;
        for (int dollar = template.indexOf('$'); dollar >= 0; dollar = template.indexOf('$', i)) {
            append(template.substring(i, dollar));
            i = dollar + 1;
            if (template.startsWith("$", i)) {
                append("$");
                i++;
            } else {
                i = expandGroup(template, i, matcher);
            }
        }
        append(template.substring(i));
    }

    private int expandGroup(String template, int start, Matcher matcher) {
        int most = String.valueOf(matcher.groupCount()).length();
        int end = start;
        while (end < template.length() && end - start < most && Character.digit(template.charAt(end), 10) >= 0) {
            end++;
        }
        if (end == start) {
            append("$");
            return start;
        }
        int group = Integer.parseInt(template.substring(start, end));
        if (group > matcher.groupCount() && end - start > 1) {
            end--;
            group = Integer.parseInt(template.substring(start, end));
        }
        String taken = group <= matcher.groupCount() ? matcher.group(group) : null;
        append(taken == null ? "" : taken);
        return end;
    }

    private void append(String text) {
        meter.work(1);
        meter.checkLength((long) out.length() + text.length());
        out.append(text);
    }
}
