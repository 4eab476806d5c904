package dev.krakenflow.plan;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * Jumps to a {@link GotoPoint}.
 *
 * @param condition boolean or expression; null: always
 * @param target the index of the point
 */
public record Goto(Place place, int next, @Nullable JsonNode condition, int target) implements Component {
    public Goto {
        requireNonNull(place);
    }

    @Override
    public String type() {
        return "goto";
    }
}
