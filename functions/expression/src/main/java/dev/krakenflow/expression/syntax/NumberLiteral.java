package dev.krakenflow.expression.syntax;

/** Numbers in a source: JSON's, and doubles in meaning. */
final class NumberLiteral {

    private NumberLiteral() {}

    /** The offset behind the number that begins at {@code start}. */
    static int end(String source, int start) {
        int i = source.charAt(start) == '0' ? start + 1 : digits(source, start);
        if (i < source.length() && source.charAt(i) == '.' && digits(source, i + 1) > i + 1) {
            i = digits(source, i + 1);
        }
        if (i < source.length() && (source.charAt(i) == 'e' || source.charAt(i) == 'E')) {
            int sign = i + 1;
            boolean signed = sign < source.length() && "+-".indexOf(source.charAt(sign)) >= 0;
            int exponent = signed ? sign + 1 : sign;
            if (digits(source, exponent) > exponent) {
                i = digits(source, exponent);
            }
        }
        return i;
    }

    private static int digits(String source, int start) {
        int i = start;
        while (i < source.length() && source.charAt(i) >= '0' && source.charAt(i) <= '9') {
            i++;
        }
        return i;
    }

    /** The number as the library keeps it: {@code Integer} or {@code Long} when whole, else {@code Double}. */
    static Number shortest(double value) {
        long whole = (long) value;
        if (whole != value) {
            return value;
        }
        if ((int) whole == whole) {
            return (int) whole;
        }
        return whole;
    }
}
