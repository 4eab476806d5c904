package dev.krakenflow.expression.direct;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code condition ? then : otherwise}. */
final class DirectChoice implements DirectExpression {

    private final DirectExpression condition;
    private final DirectExpression then;
    private final DirectExpression otherwise;

    DirectChoice(DirectExpression condition, DirectExpression then, DirectExpression otherwise) {
        this.condition = condition;
        this.then = then;
        this.otherwise = otherwise;
    }

    @Override
    public @Nullable Object evaluate(@Nullable Object input, Map<String, ? extends @Nullable Object> variables) {
        Object value = condition.evaluate(input, variables);
        if (Truth.isUnsure(value)) {
            return UNSURE;
        }
        return (Truth.of(value) ? then : otherwise).evaluate(input, variables);
    }
}
