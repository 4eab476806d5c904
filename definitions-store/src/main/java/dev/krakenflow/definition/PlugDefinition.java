package dev.krakenflow.definition;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Runs another pipeline as one component.
 *
 * @param condition boolean or expression; null: always
 * @param pipeline the other pipeline's name; null when it could not be read
 * @param prepare template that makes its event; null: the same event
 * @param transform template that makes of each result what is merged; null: the event stays unchanged
 * @param timeout bounds everything inside; null: only the budget and the other pipeline's timeout do
 */
public record PlugDefinition(
        Origin origin,
        @Nullable JsonNode condition,
        @Nullable String pipeline,
        @Nullable JsonNode prepare,
        @Nullable JsonNode transform,
        @Nullable Duration timeout,
        List<CatchDefinition> catches)
        implements CatchingDefinition {
    /** The type as it is written. */
    public static final String TYPE = "plug";

    public PlugDefinition {
        requireNonNull(origin);
        catches = List.copyOf(catches);
    }

    @Override
    public String type() {
        return TYPE;
    }
}
