package dev.krakenflow.plan;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One event in, any number out, with a memory if there is a {@link Memo}.
 *
 * @param condition boolean or expression; null: always
 * @param prepare template over the event; null: the event itself
 * @param call the service function that is called; null: none
 * @param events template over the result: the list of objects that go on
 * @param newMemo template over the result: what is remembered; null: the memo stays as it was
 * @param memo the memory; null: none
 */
public record Composer(
        Place place,
        int next,
        @Nullable JsonNode condition,
        @Nullable JsonNode prepare,
        @Nullable FunctionCall call,
        JsonNode events,
        @Nullable JsonNode newMemo,
        @Nullable Memo memo,
        List<Catch> catches)
        implements Component {

    public Composer {
        requireNonNull(place);
        requireNonNull(events);
        catches = List.copyOf(catches);
    }

    /** A composer whose failure is the failure of its event. */
    public Composer(
            Place place,
            int next,
            @Nullable JsonNode condition,
            @Nullable JsonNode prepare,
            @Nullable FunctionCall call,
            JsonNode events,
            @Nullable JsonNode newMemo,
            @Nullable Memo memo) {
        this(place, next, condition, prepare, call, events, newMemo, memo, List.of());
    }

    @Override
    public String type() {
        return "composer";
    }
}
