package dev.krakenflow.plan;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The string that {@code condition} gives names the branch; {@code default} is taken for any other.
 *
 * @param condition expression or text
 * @param prepare template that makes what the condition sees; null: the event
 * @param branches branch → index of its first component (an empty branch: {@code next}), in the order written
 */
public record Switch(
        Place place, int next, JsonNode condition, @Nullable JsonNode prepare, Map<String, Integer> branches)
        implements Component {
    /** The branch for whatever names no other. */
    public static final String DEFAULT = "default";

    public Switch {
        requireNonNull(place);
        requireNonNull(condition);
        branches = Collections.unmodifiableMap(new LinkedHashMap<>(branches));
    }

    @Override
    public String type() {
        return "switch";
    }
}
