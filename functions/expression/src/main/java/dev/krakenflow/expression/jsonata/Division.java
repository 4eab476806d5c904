package dev.krakenflow.expression.jsonata;

import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Utils;
import org.jspecify.annotations.Nullable;

/** {@code /} and {@code %}, which fail where there is no such number: the library makes {@code 0 / 0} missing. */
final class Division {

    private static final String LEFT = "T2001";
    private static final String RIGHT = "T2002";
    private static final String OUT_OF_RANGE = "D1001";

    private Division() {}

    static @Nullable Number quotient(Arguments it) {
        return result("/", operand(it, 0, LEFT, "/"), operand(it, 1, RIGHT, "/"));
    }

    static @Nullable Number remainder(Arguments it) {
        return result("%", operand(it, 0, LEFT, "%"), operand(it, 1, RIGHT, "%"));
    }

    private static @Nullable Number operand(Arguments it, int side, String error, String operator) {
        Object value = it.value(side);
        if (value != null && !Utils.isNumeric(value)) {
            throw new JException(error, -1, operator);
        }
        return (Number) value;
    }

    private static @Nullable Number result(String operator, @Nullable Number left, @Nullable Number right) {
        if (left == null || right == null) {
            return null;
        }
        double one = left.doubleValue();
        double other = right.doubleValue();
        Number result = Utils.convertNumber(operator.equals("/") ? one / other : one % other);
        if (result == null) {
            throw new JException(OUT_OF_RANGE, -1, operator);
        }
        return result;
    }
}
