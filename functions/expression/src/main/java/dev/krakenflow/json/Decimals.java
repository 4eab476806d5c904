package dev.krakenflow.json;

import java.math.BigDecimal;

/** Numbers with a fraction or an exponent, read exactly. */
final class Decimals {

    static final int MAX_EXPONENT = 400;

    /** So many digits survive the way to a double and back (IEEE 754), where it is no subnormal. */
    private static final int SAFE_DIGITS = 15;

    private static final int SAFE_LENGTH = 40;

    private static final double BEYOND_LONG = 0x1p63;

    private Decimals() {}

    /** Whether the exponent, as written, is beyond {@link #MAX_EXPONENT}: looked at before the number is expanded. */
    static boolean exponentIsTooLarge(String text) {
        int e = exponentAt(text);
        if (e < 0) {
            return false;
        }
        int i = e + 1;
        if (text.charAt(i) == '+' || text.charAt(i) == '-') {
            i++;
        }
        int exponent = 0;
        for (; i < text.length() && exponent <= MAX_EXPONENT; i++) {
            exponent = exponent * 10 + (text.charAt(i) - '0');
        }
        return exponent > MAX_EXPONENT;
    }

    /**
     * The number in the form that it has everywhere, so that equal numbers are equal in lists and objects too: whole
     * ones as an {@code Integer} or {@code Long} where they fit, others as a {@code Double} where its shortest text is
     * the same number, else as a {@code BigDecimal}.
     */
    static Number read(String text) {
        if (text.length() <= SAFE_LENGTH && exponentAt(text) < 0 && digits(text) <= SAFE_DIGITS) {
            double value = Double.parseDouble(text);
            return value == Math.rint(value) ? whole((long) value) : (Number) value;
        }
        return exact(new BigDecimal(text));
    }

    /** The same number in the form that {@link #read} gives it. */
    static Number exact(BigDecimal decimal) {
        double nearest = decimal.doubleValue();
        if (nearest == Math.rint(nearest) && Math.abs(nearest) <= BEYOND_LONG) {
            long whole = decimal.longValue();
            if (BigDecimal.valueOf(whole).compareTo(decimal) == 0) {
                return whole(whole);
            }
        }
        boolean same = Double.isFinite(nearest) && new BigDecimal(Double.toString(nearest)).compareTo(decimal) == 0;
        return same ? (Number) nearest : decimal;
    }

    private static Number whole(long value) {
        if ((int) value == value) {
            return (int) value;
        }
        return value;
    }

    private static int exponentAt(String text) {
        int e = text.indexOf('e');
        return e >= 0 ? e : text.indexOf('E');
    }

    private static int digits(String text) {
        int digits = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean leadingZero = c == '0' && digits == 0;
            if (c >= '0' && c <= '9' && !leadingZero) {
                digits++;
            }
        }
        return digits;
    }
}
