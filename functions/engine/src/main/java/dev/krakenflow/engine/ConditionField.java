package dev.krakenflow.engine;

import dev.krakenflow.expression.Condition;
import dev.krakenflow.expression.Evaluation;
import dev.krakenflow.expression.ExpressionException;
import org.jspecify.annotations.Nullable;

/**
 * A condition under the key where it stands in a definition. Failures of it name the key as their step.
 *
 * @param key {@code condition} on components
 */
record ConditionField(String key, Condition condition) {
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
            throw TemplateField.failure(key, String.valueOf(failed.getMessage()), failed);
        }
    }
}
