package dev.krakenflow.engine;

import dev.krakenflow.expression.Evaluation;
import dev.krakenflow.expression.ExpressionException;
import dev.krakenflow.expression.Template;
import dev.krakenflow.failure.Failure;
import dev.krakenflow.failure.FailureCode;
import dev.krakenflow.failure.FailurePlace;
import dev.krakenflow.json.JsonWriter;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A template under the key where it stands in a definition. Failures of it name the key as their step.
 *
 * @param key {@code prepare}, {@code transform}, … or, where the step is the key of an object around it,
 *     {@code compose.events}, {@code response.status}
 */
record TemplateField(String key, Template template) {

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
        throw failure("must give an object, it is " + JsonKind.of(value));
    }

    /**
     * The value, which must be neither an object nor a list, as JSON text.
     *
     * @throws RunException {@code expression}
     */
    String scalarText(@Nullable Object input, Evaluation evaluation) {
        Object value = value(input, evaluation);
        if (value == null || value instanceof Map || value instanceof List) {
            throw failure("must give a string, a number, a boolean or null, it is " + JsonKind.of(value));
        }
        return JsonWriter.write(value);
    }

    /** The failure {@code expression} of this field. */
    RunException failure(String what) {
        return failure(key, what, null);
    }

    /** The failure {@code expression} of a field. */
    static RunException failure(String key, String what, @Nullable Throwable cause) {
        Failure failure = Failure.of(FailureCode.EXPRESSION, key + ": " + what);
        return new RunException(failure.at(FailurePlace.NOWHERE.withStep(step(key))), cause);
    }

    /** The step of a key: its first part. */
    static String step(String key) {
        int dot = key.indexOf('.');
        return dot < 0 ? key : key.substring(0, dot);
    }
}
