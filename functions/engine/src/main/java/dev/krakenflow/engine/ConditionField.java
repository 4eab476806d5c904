package dev.krakenflow.engine;

import com.fasterxml.jackson.databind.JsonNode;
import dev.krakenflow.expression.Condition;
import dev.krakenflow.expression.Evaluation;
import dev.krakenflow.expression.ExpressionException;
import dev.krakenflow.expression.Expressions;
import dev.krakenflow.expression.Scope;
import org.jspecify.annotations.Nullable;

/** The {@code condition} of a component. */
record ConditionField(Condition condition) {
    static final String KEY = "condition";

    /** Compiles a condition; null when the definition has none. */
    static @Nullable ConditionField of(@Nullable JsonNode json, Expressions expressions, Scope scope) {
        return json == null
                ? null
                : new ConditionField(expressions.condition(json, scope).orThrow());
    }

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
