package dev.krakenflow.client.start;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Replaces the calls of {@code $secret('…')} and {@code $env('…')} in expressions by variables, which a scope can bind.
 * Their argument is a literal, so that it can be seen without evaluating anything which values a client needs. Collects
 * over all expressions of one {@code start}; used once, by one thread.
 */
final class OutsideCalls {

    /** What is skipped (comments, strings, quoted names), or a call. */
    private static final Pattern CALL_OR_TEXT = Pattern.compile("(?s)/\\*.*?\\*/"
            + "|\"(?:\\\\.|[^\"\\\\])*+\""
            + "|'(?:\\\\.|[^'\\\\])*+'"
            + "|`[^`]*`"
            + "|\\$(?<function>secret|env)\\s*\\(\\s*(?:'(?<single>[^'\\\\]*)'|\"(?<double>[^\"\\\\]*)\")\\s*\\)");

    private final Map<OutsideValue, String> variables = new LinkedHashMap<>();

    /** The expression with variables in the place of calls. */
    String replaceIn(String expression) {
        return CALL_OR_TEXT.matcher(expression).replaceAll(found -> Matcher.quoteReplacement(replacement(found)));
    }

    /** What was asked for so far, and the name of its variable. */
    Map<OutsideValue, String> variables() {
        return Map.copyOf(variables);
    }

    private String replacement(MatchResult found) {
        String function = found.group("function");
        if (function == null) {
            return found.group();
        }
        String single = found.group("single");
        String name = single == null ? found.group("double") : single;
        OutsideValue.Kind kind = OutsideValue.Kind.valueOf(function.toUpperCase(Locale.ROOT));
        OutsideValue value = new OutsideValue(kind, name);
        return "$" + variables.computeIfAbsent(value, first -> "outside_" + variables.size());
    }
}
