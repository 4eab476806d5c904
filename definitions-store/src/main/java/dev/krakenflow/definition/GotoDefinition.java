package dev.krakenflow.definition;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * A jump.
 *
 * @param to the name of the point
 * @param condition boolean or expression; null: always
 */
public record GotoDefinition(
        Origin origin, @Nullable String to, @Nullable JsonNode condition) implements ComponentDefinition {
    /** The type as it is written. */
    public static final String TYPE = "goto";

    public GotoDefinition {
        requireNonNull(origin);
    }

    @Override
    public String type() {
        return TYPE;
    }
}
