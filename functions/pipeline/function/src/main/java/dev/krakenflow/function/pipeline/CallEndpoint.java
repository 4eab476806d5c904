package dev.krakenflow.function.pipeline;

import dev.krakenflow.function.http.Answer;
import dev.krakenflow.function.http.Endpoint;
import dev.krakenflow.function.http.JsonBody;
import dev.krakenflow.function.http.Request;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One event or a list of them: <code>POST /pipelines/call/{name}</code> through a pipeline, <code>POST /call</code> through
 * the pipelines that the events' types lead to.
 */
final class CallEndpoint {

    private final PipelineCalls calls;
    private final TypedCalls typed;
    private final CallReader reader;

    CallEndpoint(PipelineCalls calls, TypedCalls typed, CallReader reader) {
        this.calls = calls;
        this.typed = typed;
        this.reader = reader;
    }

    List<Endpoint> endpoints() {
        return List.of(
                new Endpoint("POST", "/pipelines/call/{name}", this::byName),
                new Endpoint("POST", "/call", this::byType));
    }

    private Uni<Answer> byName(Request request) {
        return calls.call(request.parameter("name"), read(request));
    }

    private Uni<Answer> byType(Request request) {
        return typed.call(read(request));
    }

    private Call read(Request request) {
        Object body = JsonBody.read(request.headers(), request.body());
        return reader.read(request, body, CallTrigger.of(request, Map.of(), Set.of()));
    }
}
