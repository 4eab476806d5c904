package dev.krakenflow.expression.direct;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code =} and {@code !=} of scalars: both false when a side is missing. Not sure about lists and objects. */
final class DirectEquality implements DirectExpression {

    private final boolean equal;
    private final DirectExpression left;
    private final DirectExpression right;

    DirectEquality(boolean equal, DirectExpression left, DirectExpression right) {
        this.equal = equal;
        this.left = left;
        this.right = right;
    }

    @Override
    public Object evaluate(@Nullable Object input, Map<String, ? extends @Nullable Object> variables) {
        Object one = left.evaluate(input, variables);
        Object other = right.evaluate(input, variables);
        if (isUnsure(one) || isUnsure(other)) {
            return UNSURE;
        }
        return one != null && other != null && areEqual(one, other) == equal;
    }

    private static boolean isUnsure(@Nullable Object value) {
        return value == UNSURE || value instanceof List || value instanceof Map;
    }

    private static boolean areEqual(Object one, Object other) {
        if (one instanceof Number a && other instanceof Number b) {
            return Double.compare(a.doubleValue(), b.doubleValue()) == 0;
        }
        return one.equals(other);
    }
}
