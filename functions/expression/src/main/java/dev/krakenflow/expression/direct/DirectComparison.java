package dev.krakenflow.expression.direct;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The order of two numbers or two strings; missing when a side is. Not sure about anything else. */
final class DirectComparison implements DirectExpression {

    private final String operator;
    private final DirectExpression left;
    private final DirectExpression right;

    DirectComparison(String operator, DirectExpression left, DirectExpression right) {
        this.operator = operator;
        this.left = left;
        this.right = right;
    }

    @Override
    public @Nullable Object evaluate(@Nullable Object input, Map<String, ? extends @Nullable Object> variables) {
        Object one = left.evaluate(input, variables);
        Object other = right.evaluate(input, variables);
        if (!isComparable(one) || !isComparable(other)) {
            return UNSURE;
        }
        if (one == null || other == null) {
            return null;
        }
        if (one instanceof String a && other instanceof String b) {
            return holds(a.compareTo(b));
        }
        return one instanceof Number a && other instanceof Number b ? holds(compare(a, b)) : UNSURE;
    }

    private static boolean isComparable(@Nullable Object value) {
        return value == null || value instanceof String || value instanceof Number;
    }

    /** Exact where both are of one kind, as the library has it. */
    private static int compare(Number one, Number other) {
        return switch (one) {
            case Integer a when other instanceof Integer b -> Integer.compare(a, b);
            case Long a when other instanceof Long b -> Long.compare(a, b);
            case BigInteger a when other instanceof BigInteger b -> a.compareTo(b);
            case BigDecimal a when other instanceof BigDecimal b -> a.compareTo(b);
            default -> Double.compare(one.doubleValue(), other.doubleValue());
        };
    }

    private boolean holds(int order) {
        return switch (operator) {
            case "<" -> order < 0;
            case "<=" -> order <= 0;
            case ">" -> order > 0;
            default -> order >= 0;
        };
    }
}
