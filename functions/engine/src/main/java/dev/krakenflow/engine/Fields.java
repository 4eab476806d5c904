package dev.krakenflow.engine;

import com.fasterxml.jackson.databind.JsonNode;
import dev.krakenflow.expression.Expressions;
import dev.krakenflow.expression.Scope;
import org.jspecify.annotations.Nullable;

/** Compiles the fields of one component or function, which may all name the same. */
record Fields(Expressions expressions, Scope scope) {

    /**
     * A field that may be missing.
     *
     * @throws IllegalArgumentException when it cannot be compiled
     */
    @Nullable TemplateField optional(String key, @Nullable JsonNode json) {
        return json == null ? null : template(key, json);
    }

    /** @throws IllegalArgumentException when it cannot be compiled */
    TemplateField template(String key, JsonNode json) {
        return new TemplateField(key, expressions.template(json, scope).orThrow());
    }

    /** @throws IllegalArgumentException when it cannot be compiled */
    @Nullable ConditionField condition(@Nullable JsonNode json) {
        return json == null
                ? null
                : new ConditionField(expressions.condition(json, scope).orThrow());
    }
}
