package dev.krakenflow.engine;

import com.fasterxml.jackson.databind.JsonNode;
import dev.krakenflow.expression.Evaluation;
import dev.krakenflow.expression.ExpressionException;
import dev.krakenflow.expression.Expressions;
import dev.krakenflow.expression.Scope;
import dev.krakenflow.expression.Template;
import dev.krakenflow.failure.Failure;
import dev.krakenflow.failure.FailureCode;
import dev.krakenflow.failure.FailurePlace;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A template under the key where it stands in a definition: failures of it name the key as their step.
 *
 * @param key {@code prepare}, {@code transform}, …
 */
record TemplateField(String key, Template template) {

    /** Compiles a field; null when the definition has none. */
    static @Nullable TemplateField of(String key, @Nullable JsonNode json, Expressions expressions, Scope scope) {
        return json == null
                ? null
                : new TemplateField(key, expressions.template(json, scope).orThrow());
    }

    /**
     * The value, or null when it is missing.
     *
     * @throws RunException {@code expression}
     */
    @Nullable Object value(@Nullable Object input, Evaluation evaluation) {
        try {
            return template.evaluate(input, evaluation);
        } catch (ExpressionException failed) {
            throw failure(key, String.valueOf(failed.getMessage()), failed);
        }
    }

    /**
     * The value, which must be an object.
     *
     * @throws RunException {@code expression}
     */
    @SuppressWarnings("unchecked")
    Map<String, Object> object(@Nullable Object input, Evaluation evaluation) {
        Object value = value(input, evaluation);
        if (value instanceof Map<?, ?> object) {
            return (Map<String, Object>) object;
        }
        throw failure(key, "must give an object, it is " + JsonKind.of(value), null);
    }

    /** The failure {@code expression} of a field. */
    static RunException failure(String key, String what, @Nullable Throwable cause) {
        Failure failure = Failure.of(FailureCode.EXPRESSION, key + ": " + what);
        return new RunException(failure.at(FailurePlace.NOWHERE.withStep(key)), cause);
    }
}
