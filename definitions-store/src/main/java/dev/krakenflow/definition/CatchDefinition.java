package dev.krakenflow.definition;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is done with some failures of a component. One of {@code transform}, {@code components} and {@code goTo} is there,
 * unless it could not be read.
 *
 * @param pointer JSON pointer into the pipeline's definition
 * @param errors which failures: codes, {@code http.4xx}, {@code http.5xx}, {@code *}
 * @param transform template that makes what is merged into the event
 * @param components what the event passes before it goes on behind the component
 * @param goTo the name of the point where the event goes on
 */
public record CatchDefinition(
        String pointer,
        List<String> errors,
        @Nullable JsonNode transform,
        @Nullable List<ComponentDefinition> components,
        @Nullable String goTo) {
    public CatchDefinition {
        requireNonNull(pointer);
        errors = List.copyOf(errors);
        components = components == null ? null : List.copyOf(components);
    }
}
