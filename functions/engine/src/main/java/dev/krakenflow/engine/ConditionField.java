package dev.krakenflow.engine;

import dev.krakenflow.expression.Condition;
import dev.krakenflow.expression.Evaluation;
import dev.krakenflow.expression.ExpressionException;
import org.jspecify.annotations.Nullable;

/** The {@code condition} of a component. */
record ConditionField(Condition condition) {
    static final String KEY = "condition";

    /**
     * Whether it holds.
     *
     * @throws RunException {@code expression}
     */
    boolean holds(@Nullable Object input, Evaluation evaluation) {
        try {
            return condition.holds(input, evaluation);
        } catch (ExpressionException failed) {
            throw TemplateField.failure(KEY, String.valueOf(failed.getMessage()), failed);
        }
    }
}
