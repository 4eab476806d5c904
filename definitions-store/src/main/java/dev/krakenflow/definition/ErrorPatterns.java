package dev.krakenflow.definition;

import dev.krakenflow.failure.FailureCode;
import dev.krakenflow.failure.RaisedTypes;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Checks the texts that name failures: codes, {@code http.<status>}, {@code http.4xx}, {@code http.5xx}, {@code *}. */
final class ErrorPatterns {
    static final String ALL = "*";

    private static final Pattern HTTP = Pattern.compile("http\\.(?:[45]xx|[45][0-9]{2})");
    private static final List<String> KNOWN = Stream.concat(
                    Stream.of(ALL, "http.4xx", "http.5xx"),
                    Arrays.stream(FailureCode.values()).map(FailureCode::code))
            .toList();
    private static final Set<String> ENDS_THE_RUN = Set.of(
            FailureCode.BUDGET_EXHAUSTED.code(), FailureCode.LOOP_LIMIT.code(), FailureCode.TOO_MANY_EVENTS.code());

    private final Findings findings;

    ErrorPatterns(Findings findings) {
        this.findings = findings;
    }

    /**
     * The patterns of a {@code catch}, which may name what {@code raise} makes.
     *
     * @param raises whether a {@code raise} can stand inside of what is caught
     */
    List<String> caught(List<PlainText> written, boolean raises) {
        return read(written, ErrorPatterns::canBeFailure, text -> {
            if (ENDS_THE_RUN.contains(text)) {
                return " ends the run: nothing catches it";
            }
            return raises || isKnown(text) ? null : " comes out of no call: only raise makes such a failure";
        });
    }

    /** The patterns of a {@code retry}: a call fails with nothing but the codes of the language. */
    List<String> retried(List<PlainText> written) {
        return read(written, ErrorPatterns::isKnown, text -> isFinal(text) ? " is never tried again" : null);
    }

    /** @param idle why a pattern never has an effect; null: it may have one */
    private List<String> read(
            List<PlainText> written, Predicate<String> allowed, Function<String, @Nullable String> idle) {
        for (PlainText it : written) {
            String shown = Shown.text(it.text());
            String why = idle.apply(it.text());
            if (!allowed.test(it.text())) {
                findings.problem(
                        ProblemCode.BAD_VALUE, it.pointer(), "there is no failure \"" + shown + "\"", hint(it.text()));
            } else if (why != null) {
                findings.warning(ProblemCode.BAD_VALUE, it.pointer(), shown + why, hint(it.text()));
            }
        }
        return written.stream().map(PlainText::text).filter(allowed).toList();
    }

    private static boolean canBeFailure(String text) {
        return isKnown(text) || RaisedTypes.isName(text) || RaisedTypes.isUri(text);
    }

    private static boolean isKnown(String text) {
        return KNOWN.contains(text) || HTTP.matcher(text).matches();
    }

    private static boolean isFinal(String text) {
        return ENDS_THE_RUN.contains(text) || text.equals(FailureCode.CIRCUIT_OPEN.code());
    }

    private static @Nullable String hint(String text) {
        if (isKnown(text)) {
            return null;
        }
        return RaisedTypes.isStatus(text)
                ? "http." + text
                : Nearest.to(text, KNOWN).orElse(null);
    }
}
