package dev.krakenflow.function.pipeline.cloudevents;

import dev.krakenflow.failure.FailureCode;
import dev.krakenflow.function.http.Answer;
import dev.krakenflow.function.http.Failures;
import dev.krakenflow.function.http.Request;
import dev.krakenflow.function.http.RequestException;
import dev.krakenflow.function.pipeline.Budget;
import dev.krakenflow.function.pipeline.RequestTimeout;
import dev.krakenflow.function.pipeline.TriggeredEvents;
import dev.krakenflow.function.pipeline.TriggeredOutcome;
import io.cloudevents.core.format.EventFormat;
import io.cloudevents.jackson.JsonFormat;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Runs the events of requests. Thread-safe. */
final class CloudEventCalls {

    /** As many as a pipeline takes in one call, unless it says otherwise. */
    private static final int MOST_EVENTS = 10_000;

    /** Events of a batch; of all that run at the same time the process says how many it takes. */
    private static final int AT_ONCE = 16;

    private record Placed(int place, ReplyEvent reply) {}

    private final TriggeredEvents events;
    private final ReturnedCasts casts;
    private final EventReader reader;
    private final ReplyWriter writer;

    private CloudEventCalls(TriggeredEvents events, ReturnedCasts casts, EventReader reader, ReplyWriter writer) {
        this.events = events;
        this.casts = casts;
        this.reader = reader;
        this.writer = writer;
    }

    /** Calls that speak JSON, the one format that CloudEvents over HTTP must have. */
    static CloudEventCalls of(TriggeredEvents events, ReturnedCasts casts, InstantSource clock) {
        EventFormat format = new JsonFormat();
        return new CloudEventCalls(events, casts, new EventReader(format), new ReplyWriter(format, clock));
    }

    /**
     * Runs the event of a request, or those of its batch, which do not wait for each other.
     *
     * @return replies in the mode of the request. Fails with {@link RequestException} when there is no event in it
     */
    Uni<Answer> serve(Request request) {
        Map<String, String> tracing = TraceContext.of(request);
        Budget budget = RequestTimeout.of(request);
        return switch (ContentMode.of(request.headers())) {
            case BINARY -> run(reader.binary(request), tracing, budget).map(writer::binary);
            case STRUCTURED ->
                run(reader.structured(request.body()), tracing, budget).map(writer::structured);
            case BATCHED -> all(reader.batch(request.body()), tracing, budget).map(writer::batch);
        };
    }

    private Uni<ReplyEvent> run(ReceivedEvent event, Map<String, String> tracing, Budget budget) {
        Uni<TriggeredOutcome> outcome =
                casts.has(event) ? casts.run(event) : events.run(event.triggered(tracing, budget));
        return outcome.map(came -> ReplyEvent.of(came, event.attributes().getId()));
    }

    private Uni<List<ReplyEvent>> all(List<?> elements, Map<String, String> tracing, Budget budget) {
        if (elements.size() > MOST_EVENTS) {
            throw RequestException.of(
                    FailureCode.PAYLOAD_TOO_LARGE, "a batch may have at most " + MOST_EVENTS + " events");
        }
        return Multi.createFrom()
                .range(0, elements.size())
                .onItem()
                .transformToUni(
                        place -> element(elements.get(place), tracing, budget).map(reply -> new Placed(place, reply)))
                .merge(AT_ONCE)
                .collect()
                .asList()
                .map(replies -> replies.stream()
                        .sorted(Comparator.comparingInt(Placed::place))
                        .map(Placed::reply)
                        .toList());
    }

    /** What is no event is refused in its place. */
    private Uni<ReplyEvent> element(Object element, Map<String, String> tracing, Budget budget) {
        return Uni.createFrom()
                .deferred(() -> run(reader.element(element), tracing, budget))
                .onFailure()
                .recoverWithItem(refused -> ReplyEvent.of(Failures.of(refused)));
    }
}
