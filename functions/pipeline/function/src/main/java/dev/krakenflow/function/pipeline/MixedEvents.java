package dev.krakenflow.function.pipeline;

import dev.krakenflow.engine.Outcome;
import dev.krakenflow.failure.Failure;
import dev.krakenflow.failure.FailureCode;
import dev.krakenflow.function.http.RequestException;
import dev.krakenflow.plan.Limits;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A list of events for several pipelines, and what came out of each, in the order of the list. Each place is written by
 * one thread; the pipelines may be run at the same time.
 */
final class MixedEvents {

    private final List<?> events;
    private final Map<String, List<Integer>> places = new LinkedHashMap<>();
    private final List<List<Outcome>> outcomes;

    private MixedEvents(List<?> events) {
        this.events = events;
        this.outcomes = Collections.synchronizedList(new ArrayList<>(Collections.nCopies(events.size(), List.of())));
    }

    /**
     * Sorts events by their pipelines. What leads to none has its problem at once.
     *
     * @param routes type → pipeline
     * @throws RequestException {@code payload-too-large} when too many events lead nowhere
     */
    static MixedEvents of(List<?> events, Map<String, String> routes) {
        MixedEvents mixed = new MixedEvents(events);
        int refused = 0;
        for (int place = 0; place < events.size(); place++) {
            try {
                String pipeline = EventTypes.pipeline(events.get(place), routes);
                mixed.places
                        .computeIfAbsent(pipeline, name -> new ArrayList<>())
                        .add(place);
            } catch (RequestException leadsNowhere) {
                mixed.outcomes.set(place, failed(leadsNowhere.failure()));
                refused++;
            }
            if (refused > Limits.DEFAULT.maxEvents()) {
                throw RequestException.of(
                        FailureCode.PAYLOAD_TOO_LARGE, "more than " + (refused - 1) + " events lead to no pipeline");
            }
        }
        return mixed;
    }

    Set<String> pipelines() {
        return places.keySet();
    }

    /** The events of one pipeline. */
    List<?> of(String pipeline) {
        return places.getOrDefault(pipeline, List.of()).stream()
                .map(events::get)
                .toList();
    }

    /** What came out of each event of a pipeline. */
    void place(String pipeline, List<List<Outcome>> ofEach) {
        List<Integer> own = places.getOrDefault(pipeline, List.of());
        for (int i = 0; i < own.size(); i++) {
            outcomes.set(own.get(i), ofEach.get(i));
        }
    }

    /** None of a pipeline's events can run. */
    void refuse(String pipeline, Failure failure) {
        places.getOrDefault(pipeline, List.of()).forEach(place -> outcomes.set(place, failed(failure)));
    }

    List<List<Outcome>> outcomes() {
        return outcomes;
    }

    private static List<Outcome> failed(Failure failure) {
        return List.of(new Outcome.Failed(failure, List.of()));
    }
}
