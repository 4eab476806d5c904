package dev.krakenflow.plan;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One pipeline, compiled and linked: everything that a run needs. Immutable by contract: nobody changes the JSON nodes
 * it holds.
 *
 * @param pipeline the pipeline's name
 * @param program what an event passes
 * @param input full JSON Schema of the events that enter; null: any object
 * @param output full JSON Schema of the results; null: any object
 * @param limits what bounds a run
 * @param services those that the components call, by name
 */
public record Plan(
        String pipeline,
        Program program,
        @Nullable JsonNode input,
        @Nullable JsonNode output,
        Limits limits,
        Map<String, Service> services) {

    public Plan {
        requireNonNull(pipeline);
        requireNonNull(program);
        requireNonNull(limits);
        services = Collections.unmodifiableMap(new LinkedHashMap<>(services));
    }
}
