package dev.krakenflow.definition;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A step: prepare, call, transform, merge, remove.
 *
 * @param condition boolean or expression; null: always
 * @param prepare template that makes the args; null: the event
 * @param service what is called; null: nothing
 * @param transform template that makes what is merged; null: the event stays unchanged
 * @param remove keys that go after the merge
 * @param timeout bounds everything inside; null: only the budget does
 */
public record StageDefinition(
        Origin origin,
        @Nullable JsonNode condition,
        @Nullable JsonNode prepare,
        @Nullable FunctionReference service,
        @Nullable JsonNode transform,
        List<String> remove,
        @Nullable Duration timeout)
        implements ComponentDefinition {
    /** The type as it is written. */
    public static final String TYPE = "stage";

    public StageDefinition {
        requireNonNull(origin);
        remove = List.copyOf(remove);
    }

    @Override
    public String type() {
        return TYPE;
    }
}
