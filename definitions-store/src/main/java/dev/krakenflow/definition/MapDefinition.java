package dev.krakenflow.definition;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The same components for each item of a list, each item on a copy of the event of its own.
 *
 * @param condition boolean or expression; null: always
 * @param items expression or list that gives the items; null when it is missing
 * @param as under which key the item stands; null: not given
 * @param at under which key its index stands; null: under none
 * @param components what each item passes
 * @param concurrencyLimit items that run at the same time, 1 to 10,000; null: not given
 * @param maxItems items there may be, 1 to 100,000; null: not given
 * @param mode {@code all} or {@code settled}; null: not given
 * @param transform template over the results that makes what is merged; null: the event stays unchanged
 * @param timeout bounds everything inside; null: only the budget does
 */
public record MapDefinition(
        Origin origin,
        @Nullable JsonNode condition,
        @Nullable JsonNode items,
        @Nullable String as,
        @Nullable String at,
        List<ComponentDefinition> components,
        @Nullable Integer concurrencyLimit,
        @Nullable Integer maxItems,
        @Nullable String mode,
        @Nullable JsonNode transform,
        @Nullable Duration timeout,
        List<CatchDefinition> catches)
        implements CatchingDefinition {
    /** The type as it is written. */
    public static final String TYPE = "map";

    /** The key under which an item stands when none was given. */
    public static final String ITEM = "item";

    public MapDefinition {
        requireNonNull(origin);
        components = List.copyOf(components);
        catches = List.copyOf(catches);
    }

    @Override
    public String type() {
        return TYPE;
    }
}
