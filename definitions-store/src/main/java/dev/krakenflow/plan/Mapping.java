package dev.krakenflow.plan;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The component {@code map}: sends a copy of the event through the same components for each item of a list.
 *
 * @param condition boolean or expression; null: always
 * @param items template over the event: a list; one value is a list of one
 * @param as the key under which a copy holds its item
 * @param at the key under which a copy holds the item's index; null: none
 * @param program what each copy passes
 * @param mode what is awaited; never {@link Parallel.Mode#ANY}
 * @param concurrency how many items go on at the same time; at least 1
 * @param maxItems more items are the failure {@code too-many-items}
 * @param transform template over {@code results} and {@code errors}, merged into the event; null: the event stays
 *     unchanged
 * @param timeout bounds everything inside; null: only the budget does
 */
public record Mapping(
        Place place,
        int next,
        @Nullable JsonNode condition,
        JsonNode items,
        String as,
        @Nullable String at,
        Program program,
        Parallel.Mode mode,
        int concurrency,
        int maxItems,
        @Nullable JsonNode transform,
        @Nullable Duration timeout,
        List<Catch> catches)
        implements Component {

    /** The key of an item where the definition names none. */
    public static final String DEFAULT_AS = "item";

    /** How many items go on at the same time where the definition says nothing. */
    public static final int DEFAULT_CONCURRENCY = 16;

    /** How many items there may be where the definition says nothing. */
    public static final int DEFAULT_MAX_ITEMS = 1_000;

    public Mapping {
        requireNonNull(place);
        requireNonNull(items);
        requireNonNull(as);
        requireNonNull(program);
        requireNonNull(mode);
        catches = List.copyOf(catches);
        if (concurrency < 1 || maxItems < 1) {
            throw new IllegalArgumentException("limits must be at least 1");
        }
        if (mode == Parallel.Mode.ANY) {
            throw new IllegalArgumentException("a map waits for all of its items");
        }
    }

    @Override
    public String type() {
        return "map";
    }
}
