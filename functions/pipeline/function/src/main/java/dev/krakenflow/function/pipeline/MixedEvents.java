package dev.krakenflow.function.pipeline;

import static java.util.Objects.requireNonNull;

import dev.krakenflow.failure.Failure;
import dev.krakenflow.failure.FailureCode;
import dev.krakenflow.function.http.RequestException;
import dev.krakenflow.plan.Limits;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * A list of events for several pipelines, and what came out of each, in the order of the list. Each place is written by
 * one thread; the pipelines may be run at the same time.
 *
 * @param <T> what comes out of one event
 */
final class MixedEvents<T> {

    private final List<?> events;
    private final Function<Failure, T> refusal;
    private final Map<String, List<Integer>> places = new LinkedHashMap<>();
    private final Map<Integer, T> outcomes = new ConcurrentHashMap<>();

    private MixedEvents(List<?> events, Function<Failure, T> refusal) {
        this.events = events;
        this.refusal = refusal;
    }

    /**
     * Sorts events by their pipelines. What leads to none has its problem at once.
     *
     * @param pipelines gives the pipeline of an event, or throws {@link RequestException}
     * @param refusal what comes out of an event that cannot run
     * @throws RequestException {@code payload-too-large} when too many events lead nowhere
     */
    static <T> MixedEvents<T> of(List<?> events, Function<Object, String> pipelines, Function<Failure, T> refusal) {
        MixedEvents<T> mixed = new MixedEvents<>(events, refusal);
        int refused = 0;
        for (int place = 0; place < events.size(); place++) {
            try {
                String pipeline = pipelines.apply(events.get(place));
                mixed.places
                        .computeIfAbsent(pipeline, name -> new ArrayList<>())
                        .add(place);
            } catch (RequestException leadsNowhere) {
                mixed.outcomes.put(place, refusal.apply(leadsNowhere.failure()));
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
    void place(String pipeline, List<T> ofEach) {
        List<Integer> own = places.getOrDefault(pipeline, List.of());
        for (int i = 0; i < own.size(); i++) {
            outcomes.put(own.get(i), ofEach.get(i));
        }
    }

    /** None of a pipeline's events can run. */
    void refuse(String pipeline, Failure failure) {
        places.getOrDefault(pipeline, List.of()).forEach(place -> outcomes.put(place, refusal.apply(failure)));
    }

    /** What came out of each event; of all of them, each pipeline's were placed or refused. */
    List<T> outcomes() {
        return IntStream.range(0, events.size())
                .mapToObj(place -> requireNonNull(outcomes.get(place)))
                .toList();
    }
}
