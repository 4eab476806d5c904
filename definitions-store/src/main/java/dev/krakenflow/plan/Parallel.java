package dev.krakenflow.plan;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Sends copies of the event through several branches at the same time and makes one event of theirs.
 *
 * @param condition boolean or expression; null: always
 * @param branches branch → what its copy passes, in the order written
 * @param mode what is awaited
 * @param concurrency how many branches go on at the same time; at least 1
 * @param transform template over the branches' events, merged into the event; null: the branches' changes are merged
 * @param timeout bounds everything inside; null: only the budget does
 */
public record Parallel(
        Place place,
        int next,
        @Nullable JsonNode condition,
        Map<String, Program> branches,
        Mode mode,
        int concurrency,
        @Nullable JsonNode transform,
        @Nullable Duration timeout,
        List<Catch> catches)
        implements Component {

    /** What a fan-out waits for. */
    public enum Mode {
        /** All; the first failure is the failure, and the others are cancelled. */
        ALL,
        /** All, however they end. */
        SETTLED,
        /** The first success; the others are cancelled. */
        ANY
    }

    public Parallel {
        requireNonNull(place);
        requireNonNull(mode);
        branches = Collections.unmodifiableMap(new LinkedHashMap<>(branches));
        catches = List.copyOf(catches);
        if (concurrency < 1) {
            throw new IllegalArgumentException("at least one branch must go on");
        }
    }

    @Override
    public String type() {
        return "parallel";
    }
}
