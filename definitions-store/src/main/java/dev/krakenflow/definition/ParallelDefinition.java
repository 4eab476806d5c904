package dev.krakenflow.definition;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Branches that run at the same time, each on a copy of the event.
 *
 * @param condition boolean or expression; null: always
 * @param branches branch → its components, in the order written
 * @param mode {@code all}, {@code settled} or {@code any}; null: not given
 * @param concurrencyLimit branches that run at the same time, 1 to 10,000; null: all
 * @param transform template over the branches' events that makes what is merged; null: the branches' changes are
 * @param timeout bounds everything inside; null: only the budget does
 */
public record ParallelDefinition(
        Origin origin,
        @Nullable JsonNode condition,
        Map<String, List<ComponentDefinition>> branches,
        @Nullable String mode,
        @Nullable Integer concurrencyLimit,
        @Nullable JsonNode transform,
        @Nullable Duration timeout,
        List<CatchDefinition> catches)
        implements CatchingDefinition {
    /** The type as it is written. */
    public static final String TYPE = "parallel";

    public ParallelDefinition {
        requireNonNull(origin);
        branches = Collections.unmodifiableMap(new LinkedHashMap<>(branches));
        catches = List.copyOf(catches);
    }

    @Override
    public String type() {
        return TYPE;
    }
}
