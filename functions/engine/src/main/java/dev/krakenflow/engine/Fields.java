package dev.krakenflow.engine;

import com.fasterxml.jackson.databind.JsonNode;
import dev.krakenflow.expression.Expressions;
import dev.krakenflow.expression.Scope;
import org.jspecify.annotations.Nullable;

/**
 * Compiles the fields of one component or function, which may all name the same. One that calls a helper which is gone
 * fails with {@code helper-undefined} when it is evaluated.
 */
record Fields(Expressions expressions, Scope scope) {

    /**
     * A field that may be missing.
     *
     * @throws IllegalArgumentException when it cannot be compiled for another reason
     */
    @Nullable TemplateField optional(String key, @Nullable JsonNode json) {
        return json == null ? null : template(key, json);
    }

    /** @throws IllegalArgumentException when it cannot be compiled for another reason */
    TemplateField template(String key, JsonNode json) {
        return new TemplateField(key, LostHelpers.template(key, expressions.template(json, scope)));
    }

    /**
     * The {@code condition} of a component, which may be missing.
     *
     * @throws IllegalArgumentException when it cannot be compiled for another reason
     */
    @Nullable ConditionField condition(@Nullable JsonNode json) {
        return condition(ConditionField.KEY, json);
    }

    /**
     * A condition that may be missing.
     *
     * @throws IllegalArgumentException when it cannot be compiled for another reason
     */
    @Nullable ConditionField condition(String key, @Nullable JsonNode json) {
        return json == null
                ? null
                : new ConditionField(key, LostHelpers.condition(key, expressions.condition(json, scope)));
    }
}
