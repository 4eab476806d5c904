package dev.krakenflow.plan;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * args = {@code prepare} (or the event) → service function (if any) → {@code transform}'s object is merged into the
 * event, then the keys in {@code remove} go.
 *
 * @param condition boolean or expression; null: always
 * @param prepare template over the event; null: the event itself
 * @param call the service function that is called; null: none
 * @param transform template over the result; null: the event stays unchanged
 * @param remove top-level keys that are taken away after the merge
 * @param timeout bounds everything inside, all attempts; null: only the budget does
 * @param retry stands in the place of the called function's; null: that one counts
 * @param compensation how it is undone when the run fails later; null: not at all
 */
public record Stage(
        Place place,
        int next,
        @Nullable JsonNode condition,
        @Nullable JsonNode prepare,
        @Nullable FunctionCall call,
        @Nullable JsonNode transform,
        List<String> remove,
        @Nullable Duration timeout,
        @Nullable Retry retry,
        List<Catch> catches,
        @Nullable Compensation compensation)
        implements Component {
    public Stage {
        requireNonNull(place);
        remove = List.copyOf(remove);
        catches = List.copyOf(catches);
    }

    /** A stage whose failure is the failure of its event. */
    public Stage(
            Place place,
            int next,
            @Nullable JsonNode condition,
            @Nullable JsonNode prepare,
            @Nullable FunctionCall call,
            @Nullable JsonNode transform,
            List<String> remove,
            @Nullable Duration timeout) {
        this(place, next, condition, prepare, call, transform, remove, timeout, null, List.of(), null);
    }

    @Override
    public String type() {
        return "stage";
    }
}
