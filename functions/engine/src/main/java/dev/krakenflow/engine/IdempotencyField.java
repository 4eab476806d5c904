package dev.krakenflow.engine;

import dev.krakenflow.expression.Evaluation;
import java.time.Duration;
import java.util.Map;

/**
 * By what a pipeline knows that an event comes again.
 *
 * @param key over the event
 * @param ttl how long its answer is kept
 */
record IdempotencyField(TemplateField key, Duration ttl) {
    static final String KEY = "idempotency.key";

    /**
     * The key of an event: JSON text.
     *
     * @throws RunException {@code expression} when it is no scalar
     */
    String keyOf(Map<String, Object> event, Evaluation evaluation) {
        return key.scalarText(event, evaluation);
    }
}
