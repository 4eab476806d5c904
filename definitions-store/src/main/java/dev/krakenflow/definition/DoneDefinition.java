package dev.krakenflow.definition;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * The event is the result of its pipeline.
 *
 * @param condition boolean or expression; null: always
 */
public record DoneDefinition(Origin origin, @Nullable JsonNode condition) implements ComponentDefinition {
    /** The type as it is written. */
    public static final String TYPE = "done";

    public DoneDefinition {
        requireNonNull(origin);
    }

    @Override
    public String type() {
        return TYPE;
    }
}
