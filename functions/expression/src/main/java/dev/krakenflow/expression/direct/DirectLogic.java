package dev.krakenflow.expression.direct;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code and} and {@code or}; the right side only when it matters. */
final class DirectLogic implements DirectExpression {

    private final boolean and;
    private final DirectExpression left;
    private final DirectExpression right;

    DirectLogic(boolean and, DirectExpression left, DirectExpression right) {
        this.and = and;
        this.left = left;
        this.right = right;
    }

    @Override
    public Object evaluate(@Nullable Object input, Map<String, ? extends @Nullable Object> variables) {
        Object one = left.evaluate(input, variables);
        if (Truth.isUnsure(one)) {
            return UNSURE;
        }
        if (Truth.of(one) != and) {
            return !and;
        }
        Object other = right.evaluate(input, variables);
        return Truth.isUnsure(other) ? UNSURE : (Object) Truth.of(other);
    }
}
