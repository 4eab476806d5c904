package dev.krakenflow.expression.jsonata;

import com.dashjoin.jsonata.Functions;
import com.dashjoin.jsonata.Utils;
import dev.krakenflow.json.NumberText;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Functions on numbers: exact for decimals and large integers, and strict about what a number looks like. */
final class NumberFunctions {

    private static final Pattern DECIMAL = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([Ee][-+]?[0-9]+)?");
    private static final Pattern OTHER_BASE = Pattern.compile("0([xX][0-9A-Fa-f]+|[oO][0-7]+|[bB][01]+)");

    /** More decimal places than a double can have. */
    private static final int MOST_PLACES = 400;

    private static final int LONGEST_NUMBER = 1000;

    private NumberFunctions() {}

    static List<GuardedFunction> all(Guard guard) {
        return List.of(
                new GuardedFunction("number", "<(nsb)-:n>", "number", guard, (it, meter) -> number(it)),
                new GuardedFunction("abs", "<n-:n>", "abs", guard, (it, meter) -> abs(it)),
                new GuardedFunction("round", "<n-n?:n>", "round", guard, (it, meter) -> round(it)),
                new GuardedFunction(
                        "formatNumber", "<n-so?:s>", "formatNumber", guard, (it, meter) -> formatNumber(it)),
                new GuardedFunction(
                        "formatInteger", "<n-s:s>", "formatInteger", guard, (it, meter) -> formatInteger(it)),
                new GuardedFunction("parseInteger", "<s-s:n>", "parseInteger", guard, (it, meter) -> parseInteger(it)));
    }

    private static @Nullable Number number(Arguments it) {
        Object value = it.value(0);
        return switch (value) {
            case null -> null;
            case Number number -> number;
            case Boolean bool -> bool ? 1 : 0;
            case String text -> parse(it, text);
            default -> throw it.mismatch(0, "a number, a string or a boolean");
        };
    }

    private static Number parse(Arguments it, String text) {
        if (text.length() <= LONGEST_NUMBER && DECIMAL.matcher(text).matches()) {
            double value = Double.parseDouble(text);
            if (Double.isFinite(value)) {
                return Utils.convertNumber(value);
            }
        }
        if (text.length() <= Long.SIZE + 2 && OTHER_BASE.matcher(text).matches()) {
            return Utils.convertNumber(Long.parseLong(text.substring(2), base(text.charAt(1))));
        }
        throw it.fail("needs a string that looks like a number");
    }

    private static int base(char letter) {
        return switch (letter) {
            case 'x', 'X' -> 16;
            case 'o', 'O' -> 8;
            default -> 2;
        };
    }

    private static @Nullable Number abs(Arguments it) {
        Number value = it.number(0);
        return value == null || value.doubleValue() >= 0 ? value : Utils.convertNumber(-value.doubleValue());
    }

    private static @Nullable Number round(Arguments it) {
        Number value = it.number(0);
        Number places = it.number(1);
        if (value == null) {
            return null;
        }
        long scale = places == null ? 0 : Math.clamp(places.longValue(), -MOST_PLACES, MOST_PLACES);
        BigDecimal exact = new BigDecimal(NumberText.of(value));
        return Utils.convertNumber(
                exact.setScale((int) scale, RoundingMode.HALF_EVEN).doubleValue());
    }

    private static @Nullable String formatNumber(Arguments it) {
        Number value = it.number(0);
        Map<?, ?> options = it.object(2);
        return value == null ? null : Functions.formatNumber(value, Pictures.checked(it, 1), options);
    }

    private static @Nullable String formatInteger(Arguments it) {
        Number value = it.number(0);
        return value == null ? null : Functions.formatInteger(value, Pictures.checked(it, 1));
    }

    private static @Nullable Number parseInteger(Arguments it) throws java.text.ParseException {
        String text = it.string(0);
        if (text != null && text.length() > LONGEST_NUMBER) {
            throw it.fail("needs a shorter string");
        }
        Number parsed = Functions.parseInteger(text, Pictures.checked(it, 1));
        return parsed == null ? null : Utils.convertNumber(parsed);
    }
}
