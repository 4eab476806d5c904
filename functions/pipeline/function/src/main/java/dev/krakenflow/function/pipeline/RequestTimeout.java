package dev.krakenflow.function.pipeline;

import dev.krakenflow.function.http.Request;
import dev.krakenflow.function.http.RequestException;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The header with which a caller shortens the budget of a run. */
public final class RequestTimeout {

    static final String HEADER = "x-request-timeout";

    private static final Pattern SHORT = Pattern.compile("(\\d{1,15})(ms|s|m)?");

    private RequestTimeout() {}

    /**
     * What a request leaves, for its caller's sake and its platform's.
     *
     * @throws RequestException {@code invalid-request}
     */
    public static Budget of(Request request) {
        String wanted = request.header(HEADER);
        return wanted == null ? Budget.of(request.budget()) : new Budget(parse(wanted), request.budget());
    }

    /**
     * The duration that a header's value means: {@code 300ms}, {@code 2s}, {@code 1m}, ISO-8601, or a
     * number of milliseconds.
     *
     * @throws RequestException {@code invalid-request} for anything else, and for no time at all
     */
    static Duration parse(String value) {
        String text = value.strip();
        try {
            Matcher matcher = SHORT.matcher(text);
            Duration duration =
                    matcher.matches() ? of(Long.parseLong(matcher.group(1)), matcher.group(2)) : Duration.parse(text);
            if (duration.isPositive()) {
                return duration;
            }
        } catch (DateTimeParseException | ArithmeticException notOne) {
            throw malformed();
        }
        throw malformed();
    }

    private static Duration of(long amount, @Nullable String unit) {
        return switch (unit == null ? "ms" : unit) {
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            default -> Duration.ofMillis(amount);
        };
    }

    private static RequestException malformed() {
        return RequestException.invalid(
                "X-Request-Timeout must be a duration such as 300ms, 2s or PT2S, or a number of milliseconds; more than none");
    }
}
