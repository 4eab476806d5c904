package dev.krakenflow.plan;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Runs another pipeline as one component; each of its results gives an event that goes on.
 *
 * @param condition boolean or expression; null: always
 * @param pipeline the plugged pipeline, found in {@link Plan#plugged}
 * @param prepare template over the event: the plugged pipeline's event; null: the same event
 * @param transform template over a result, merged into the event as it was before; null: the event stays unchanged
 * @param timeout bounds everything inside; null: only the budget and the plugged pipeline's timeout do
 */
public record Plug(
        Place place,
        int next,
        @Nullable JsonNode condition,
        String pipeline,
        @Nullable JsonNode prepare,
        @Nullable JsonNode transform,
        @Nullable Duration timeout,
        List<Catch> catches)
        implements Component {

    public Plug {
        requireNonNull(place);
        requireNonNull(pipeline);
        catches = List.copyOf(catches);
    }

    /** A plug whose failure is the failure of its event. */
    public Plug(
            Place place,
            int next,
            @Nullable JsonNode condition,
            String pipeline,
            @Nullable JsonNode prepare,
            @Nullable JsonNode transform,
            @Nullable Duration timeout) {
        this(place, next, condition, pipeline, prepare, transform, timeout, List.of());
    }

    @Override
    public String type() {
        return "plug";
    }
}
