package dev.krakenflow.function.pipeline;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One event that a trigger other than a request brings.
 *
 * @param pipeline that the trigger names; null: none, the process or a type leads to it
 * @param type by which the routes lead to a pipeline; null: that of the event
 * @param event a JSON value
 * @param trigger the value of {@code $context.trigger}; null: none
 * @param tracing headers of the W3C trace context; may be empty
 * @param budget how long its run may take
 */
public record TriggeredEvent(
        @Nullable String pipeline,
        @Nullable String type,
        Object event,
        @Nullable Map<String, Object> trigger,
        Map<String, String> tracing,
        Budget budget) {
    public TriggeredEvent {
        requireNonNull(event);
        requireNonNull(budget);
        tracing = Map.copyOf(tracing);
    }
}
