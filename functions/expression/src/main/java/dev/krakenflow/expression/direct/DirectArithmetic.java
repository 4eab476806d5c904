package dev.krakenflow.expression.direct;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Arithmetic of doubles. Not sure about what is no number, and about results that are none. */
final class DirectArithmetic implements DirectExpression {

    private final char operator;
    private final DirectExpression left;
    private final DirectExpression right;

    DirectArithmetic(char operator, DirectExpression left, DirectExpression right) {
        this.operator = operator;
        this.left = left;
        this.right = right;
    }

    @Override
    public @Nullable Object evaluate(@Nullable Object input, Map<String, ? extends @Nullable Object> variables) {
        Object one = left.evaluate(input, variables);
        Object other = right.evaluate(input, variables);
        if (!isNumberOrMissing(one) || !isNumberOrMissing(other)) {
            return UNSURE;
        }
        return one == null || other == null ? missing(one == null ? other : one) : result((Number) one, (Number) other);
    }

    private static boolean isNumberOrMissing(@Nullable Object value) {
        return value == null || value instanceof Number;
    }

    private static @Nullable Object missing(@Nullable Object number) {
        return number == null || Double.isFinite(((Number) number).doubleValue()) ? null : UNSURE;
    }

    private Object result(Number one, Number other) {
        double a = one.doubleValue();
        double b = other.doubleValue();
        double result = switch (operator) {
            case '+' -> a + b;
            case '-' -> a - b;
            case '*' -> a * b;
            case '/' -> a / b;
            default -> a % b;
        };
        boolean finite = Double.isFinite(a) && Double.isFinite(b) && Double.isFinite(result);
        return finite ? shortest(result) : UNSURE;
    }

    /** Whole numbers as the library keeps them. */
    private static Number shortest(double value) {
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
