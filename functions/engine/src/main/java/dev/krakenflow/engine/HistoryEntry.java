package dev.krakenflow.engine;

import dev.krakenflow.plan.Component;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One component that an event entered, in a chain with those before it. Immutable, because the histories of composed
 * events share what came before them. Events are immutable too, so it keeps them as they are and masks them when asked.
 *
 * @param before the entry before it in its chain
 * @param place how many entries of the whole history come before it
 * @param event as it came in
 * @param identity whose stay it is, where that is another event than in the entry before
 * @param stay null: the event is in the component still, or in what that plugs
 */
record HistoryEntry(
        @Nullable HistoryEntry before,
        long place,
        String pipeline,
        Component component,
        Instant entered,
        long enteredNanos,
        Map<String, Object> event,
        @Nullable Identity identity,
        @Nullable HistoryStay stay) {

    private static final double NANOS_A_MILLISECOND = 1_000_000;

    /**
     * Which event it is.
     *
     * @param parent the one it was made of; null: it came from outside
     */
    record Identity(EventId id, @Nullable EventId parent) {}

    /** The same entry in the history of an event that its component made. */
    HistoryEntry of(Identity other) {
        return new HistoryEntry(before, place, pipeline, component, entered, enteredNanos, event, other, null);
    }

    HistoryEntry closed(HistoryStay end) {
        return new HistoryEntry(before, place, pipeline, component, entered, enteredNanos, event, identity, end);
    }

    /**
     * As JSON, masked.
     *
     * @param end how the stay ended
     */
    Map<String, Object> json(HistoryStay end, Mask mask) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("component", component.place().name());
        json.put("type", component.type());
        json.put("pipeline", pipeline);
        if (identity != null) {
            json.put("event_id", identity.id().text());
            if (identity.parent() != null) {
                json.put("parent_id", identity.parent().text());
            }
        }
        json.put("entered", entered.toString());
        json.put("duration", (end.endNanos() - enteredNanos) / NANOS_A_MILLISECOND);
        json.put("before", mask.masked(event));
        if (end.after() != null) {
            json.put("after", mask.masked(end.after()));
        }
        if (end.attempts() > 0) {
            json.put("attempts", end.attempts());
        }
        if (end.skipped()) {
            json.put("skipped", true);
        }
        if (end.branches() != null) {
            json.put("branches", end.branches().json(mask));
        }
        return json;
    }
}
