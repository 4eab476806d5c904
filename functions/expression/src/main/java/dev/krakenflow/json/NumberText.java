package dev.krakenflow.json;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;

/**
 * Numbers as JSON and JavaScript write them in their shortest form (ECMA-262, {@code Number::toString}): {@code 2},
 * {@code 1.5}, {@code 1e+21}, {@code 1e-7}. Exact for decimals and integers of any size.
 */
public final class NumberText {

    private static final MathContext ROUNDED = new MathContext(15);
    private static final double LARGEST_SIMPLE = 1e15;
    private static final int LAST_PLAIN_POINT = 21;
    private static final int FIRST_PLAIN_POINT = -5;

    private NumberText() {}

    /**
     * The text of a number.
     *
     * @throws IllegalArgumentException when it is no number of JSON (infinite, not a number, a type of another kind)
     */
    public static String of(Number number) {
        return switch (number) {
            case Integer it -> it.toString();
            case Long it -> it.toString();
            case Double it -> of(it.doubleValue());
            case BigInteger it -> it.toString();
            case BigDecimal it -> of(it);
            case Short it -> it.toString();
            case Byte it -> it.toString();
            case Float it -> of(new BigDecimal(it.toString()));
            default -> throw new IllegalArgumentException("not a number of JSON: " + number.getClass());
        };
    }

    /**
     * The text of a number in a string, as JSONata makes it: that of {@link #of(Number)}, with doubles rounded to 15
     * digits, so that {@code 0.1 + 0.2} reads {@code 0.3}.
     *
     * @throws IllegalArgumentException when it is no number of JSON
     */
    public static String rounded(Number number) {
        if (!(number instanceof Double value) || !Double.isFinite(value)) {
            return of(number);
        }
        String text = of(value.doubleValue());
        return text.length() <= ROUNDED.getPrecision() ? text : of(new BigDecimal(value, ROUNDED));
    }

    private static String of(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("JSON has no infinite numbers");
        }
        if (Math.abs(value) < LARGEST_SIMPLE && value == Math.rint(value)) {
            return Long.toString((long) value);
        }
        String text = Double.toString(value);
        return text.indexOf('E') < 0 && !text.endsWith(".0") ? text : of(new BigDecimal(text));
    }

    private static String of(BigDecimal value) {
        BigDecimal shortest = value.stripTrailingZeros();
        String digits = shortest.unscaledValue().abs().toString();
        String sign = shortest.signum() < 0 ? "-" : "";
        return sign + layOut(digits, digits.length() - shortest.scale());
    }

    /** @param point where the decimal point stands, counted from the first digit */
    private static String layOut(String digits, int point) {
        int count = digits.length();
        if (point >= count && point <= LAST_PLAIN_POINT) {
            return digits + "0".repeat(point - count);
        }
        if (point > 0 && point <= LAST_PLAIN_POINT) {
            return digits.substring(0, point) + "." + digits.substring(point);
        }
        if (point >= FIRST_PLAIN_POINT && point <= 0) {
            return "0." + "0".repeat(-point) + digits;
        }
        int exponent = point - 1;
        String fraction = count == 1 ? "" : "." + digits.substring(1);
        return digits.charAt(0) + fraction + (exponent < 0 ? "e-" : "e+") + Math.abs(exponent);
    }
}
