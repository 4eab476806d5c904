package dev.krakenflow.function.pipeline;

import dev.krakenflow.engine.Scheduler;
import dev.krakenflow.function.http.Endpoint;
import dev.krakenflow.function.http.JsonBody;
import dev.krakenflow.function.http.Request;
import dev.krakenflow.function.http.RequestException;
import dev.krakenflow.function.http.StreamedAnswer;
import dev.krakenflow.function.http.StreamedJson;
import dev.krakenflow.function.pipeline.stream.EventStream;
import dev.krakenflow.function.pipeline.stream.LineFormat;
import dev.krakenflow.json.JsonSequence;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Any number of events, as they come: <code>POST /pipelines/stream/{name}</code> through a pipeline, <code>POST
 * /stream</code> through the pipelines that the events' types lead to.
 */
final class StreamEndpoint {

    /** The most events of a stream for several pipelines that have begun and are not written. */
    private static final int TYPED_WINDOW = 16;

    private final PlanCache plans;
    private final Binding binding;
    private final Runs runs;
    private final InFlight inFlight;
    private final CallReader reader;
    private final Scheduler scheduler;
    private final Duration idle;

    StreamEndpoint(
            PlanCache plans,
            Binding binding,
            Runs runs,
            InFlight inFlight,
            CallReader reader,
            Scheduler scheduler,
            Duration idle) {
        this.plans = plans;
        this.binding = binding;
        this.runs = runs;
        this.inFlight = inFlight;
        this.reader = reader;
        this.scheduler = scheduler;
        this.idle = idle;
    }

    List<Endpoint> endpoints() {
        return List.of(
                Endpoint.streamed("POST", "/pipelines/stream/{name}", this::byName),
                Endpoint.streamed("POST", "/stream", this::byType));
    }

    private Uni<StreamedAnswer> byName(Request request) {
        String pipeline = request.parameter("name");
        binding.check(pipeline);
        return named(pipeline, read(request));
    }

    private Uni<StreamedAnswer> named(String pipeline, Asked asked) {
        return plans.find(pipeline).map(shared -> {
            int window = StreamedCalls.atOnce(shared.runner().plan());
            shared.release();
            return stream(asked, new StreamTarget.Named(pipeline), window);
        });
    }

    private Uni<StreamedAnswer> byType(Request request) {
        Asked asked = read(request);
        if (binding.pipeline().isPresent()) {
            return named(binding.pipeline().get(), asked);
        }
        return plans.routing().map(table -> stream(asked, new StreamTarget.Typed(plans, table), TYPED_WINDOW));
    }

    private StreamedAnswer stream(Asked asked, StreamTarget target, int window) {
        int places = inFlight.take(window);
        StreamedCalls calls =
                new StreamedCalls(target, plans, runs, asked.call(), places, () -> inFlight.giveBack(places));
        return new EventStream(asked.events(), calls, asked.format(), scheduler, idle);
    }

    private Asked read(Request request) {
        if (request.header(IdempotencyHeader.NAME) != null) {
            throw RequestException.invalid("Idempotency-Key is for one event, not for a stream");
        }
        JsonSequence events = StreamedJson.of(request.headers());
        Call call = reader.read(request, Map.of(), CallTrigger.of(request, Map.of(), Set.of()));
        return new Asked(events, call, format(request.headers().getAll("accept")));
    }

    private static LineFormat format(List<String> accepted) {
        boolean events = accepted.stream()
                .flatMap(header -> List.of(header.split(",", -1)).stream())
                .anyMatch(range -> JsonBody.mediaType(range).equals(LineFormat.EVENTS.contentType()));
        return events ? LineFormat.EVENTS : LineFormat.NDJSON;
    }

    /** What a request asks for: events to be, how they run, and how to answer. */
    private record Asked(JsonSequence events, Call call, LineFormat format) {}
}
