package dev.krakenflow.function.pipeline;

import dev.krakenflow.cast.CastQueue;
import dev.krakenflow.cast.CastReference;
import dev.krakenflow.cast.CastState;
import dev.krakenflow.failure.FailureCode;
import dev.krakenflow.function.http.Answer;
import dev.krakenflow.function.http.Endpoint;
import dev.krakenflow.function.http.JsonBody;
import dev.krakenflow.function.http.Request;
import dev.krakenflow.function.http.RequestException;
import io.smallrye.mutiny.Uni;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Events that run later: <code>POST /pipelines/cast/{name}</code> through a pipeline, <code>POST /cast</code> through the
 * pipelines that the events' types lead to; <code>GET /events/{reference}</code> tells what became of one.
 */
final class CastEndpoint {

    private final NamedCasts named;
    private final TypedCasts typed;
    private final CastQueue queue;
    private final CallReader reader;

    CastEndpoint(NamedCasts named, TypedCasts typed, CastQueue queue, CallReader reader) {
        this.named = named;
        this.typed = typed;
        this.queue = queue;
        this.reader = reader;
    }

    List<Endpoint> endpoints() {
        return List.of(
                new Endpoint("POST", "/pipelines/cast/{name}", this::byName),
                new Endpoint("POST", "/cast", this::byType),
                new Endpoint("GET", "/events/{reference}", this::state));
    }

    private Uni<Answer> byName(Request request) {
        return answered(named.cast(request.parameter("name"), read(request)));
    }

    private Uni<Answer> byType(Request request) {
        return answered(typed.cast(read(request)));
    }

    private Call read(Request request) {
        return reader.readCast(request, JsonBody.read(request.headers(), request.body()));
    }

    private static Uni<Answer> answered(Uni<Answer> answer) {
        return answer.onFailure().transform(QueueUnavailable::orSame);
    }

    private Uni<Answer> state(Request request) {
        String reference = request.parameter("reference");
        if (!CastReference.matches(reference)) {
            throw unknown();
        }
        return queue.find(reference).map(CastEndpoint::answer).onFailure().transform(QueueUnavailable::orSame);
    }

    private static Answer answer(@Nullable CastState state) {
        if (state == null) {
            throw unknown();
        }
        return Answer.json(StateAnswer.of(state));
    }

    private static RequestException unknown() {
        return RequestException.of(FailureCode.NOT_FOUND, "no event has this reference, or not any more");
    }
}
