package dev.krakenflow.cast;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;

/**
 * Events that a consumer runs: one, or several that run one after another as one invocation.
 *
 * @param id names the delivery; of no meaning else
 * @param pipeline that runs them
 * @param events those that are not done and not dead
 * @param number how often they were delivered, with this time; from 1, and from 1 again when they were redriven
 * @param tracing headers of the W3C trace context of the caller; may be empty
 */
public record Delivery(String id, String pipeline, List<CastEvent> events, int number, Map<String, String> tracing) {
    public Delivery {
        requireNonNull(id);
        requireNonNull(pipeline);
        events = List.copyOf(events);
        tracing = Map.copyOf(tracing);
    }
}
