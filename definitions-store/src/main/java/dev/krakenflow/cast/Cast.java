package dev.krakenflow.cast;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;

/**
 * Events that one caller casts to one pipeline.
 *
 * @param pipeline that runs them
 * @param events at least one, in the caller's order
 * @param together whether they run one after another in this order, as one invocation; else each for itself
 * @param tracing headers of the W3C trace context of the caller; may be empty
 */
public record Cast(String pipeline, List<CastEvent> events, boolean together, Map<String, String> tracing) {
    public Cast {
        requireNonNull(pipeline);
        events = List.copyOf(events);
        tracing = Map.copyOf(tracing);
        if (events.isEmpty()) {
            throw new IllegalArgumentException("a cast has at least one event");
        }
    }
}
