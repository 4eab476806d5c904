package dev.krakenflow.definition;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as definitions and headers write them: {@code "250ms"}, {@code "2s"}, {@code "1m"}, {@code "1h"}, ISO-8601. */
public final class DurationText {
    private static final Pattern SHORT = Pattern.compile("([0-9]{1,12})(ms|s|m|h)");
    private static final Pattern DAYS = Pattern.compile("([0-9]{1,12})d");
    private static final String EXAMPLES = "\"250ms\", \"2s\", \"1m\" or \"PT2S\"";
    private static final int LONGEST = 40;

    private DurationText() {}

    /** The duration that was written; empty when it is none. Negative and zero durations are durations. */
    public static Optional<Duration> parse(String text) {
        Matcher matcher = SHORT.matcher(text);
        if (!matcher.matches()) {
            return iso(text);
        }
        long amount = Long.parseLong(matcher.group(1));
        return Optional.of(
                switch (matcher.group(2)) {
                    case "ms" -> Duration.ofMillis(amount);
                    case "s" -> Duration.ofSeconds(amount);
                    case "m" -> Duration.ofMinutes(amount);
                    default -> Duration.ofHours(amount);
                });
    }

    /** How to write a duration instead of a text that is none: the same one, where it is seen which is meant. */
    static String hint(String text) {
        Matcher days = DAYS.matcher(text);
        return days.matches() ? "\"P" + days.group(1) + "D\"" : EXAMPLES;
    }

    private static Optional<Duration> iso(String text) {
        if (text.length() > LONGEST
                || text.isEmpty()
                || !text.substring(0, Math.min(2, text.length())).contains("P")) {
            return Optional.empty();
        }
        try {
            return Optional.of(Duration.parse(text));
        } catch (DateTimeParseException | ArithmeticException e) {
            return Optional.empty();
        }
    }
}
