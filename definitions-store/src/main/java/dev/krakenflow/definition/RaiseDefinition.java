package dev.krakenflow.definition;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * Ends the event's path with a failure.
 *
 * @param condition boolean or expression; null: always
 * @param error the failure; null when it could not be read
 */
public record RaiseDefinition(
        Origin origin,
        @Nullable JsonNode condition,
        @Nullable RaisedErrorDefinition error) implements ComponentDefinition {
    /** The type as it is written. */
    public static final String TYPE = "raise";

    public RaiseDefinition {
        requireNonNull(origin);
    }

    @Override
    public String type() {
        return TYPE;
    }
}
