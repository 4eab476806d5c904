package dev.krakenflow.definition;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Components of which an event passes one branch.
 *
 * @param condition expression, or text, that gives the name of the branch
 * @param prepare template that makes what the condition sees; null: the event
 * @param branches branch → its components, in the order written
 */
public record SwitchDefinition(
        Origin origin,
        @Nullable JsonNode condition,
        @Nullable JsonNode prepare,
        Map<String, List<ComponentDefinition>> branches)
        implements ComponentDefinition {
    /** The type as it is written. */
    public static final String TYPE = "switch";

    public SwitchDefinition {
        requireNonNull(origin);
        branches = Collections.unmodifiableMap(new LinkedHashMap<>(branches));
    }

    @Override
    public String type() {
        return TYPE;
    }
}
