package dev.krakenflow.plan;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * The event is the result of the pipeline, at once.
 *
 * @param condition boolean or expression; null: always
 */
public record Done(Place place, int next, @Nullable JsonNode condition) implements Component {
    public Done {
        requireNonNull(place);
    }

    @Override
    public String type() {
        return "done";
    }
}
