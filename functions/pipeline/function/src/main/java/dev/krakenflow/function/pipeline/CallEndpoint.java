package dev.krakenflow.function.pipeline;

import dev.krakenflow.function.http.Action;
import dev.krakenflow.function.http.Answer;
import dev.krakenflow.function.http.Endpoint;
import dev.krakenflow.function.http.JsonBody;
import dev.krakenflow.function.http.Request;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** <code>POST /pipelines/call/{name}</code>: one event or a list of them through a pipeline. */
final class CallEndpoint implements Action {

    private static final List<String> TRACE_CONTEXT = List.of("traceparent", "tracestate");

    private final PipelineCalls calls;
    private final DebugRule debugRule;

    CallEndpoint(PipelineCalls calls, DebugRule debugRule) {
        this.calls = calls;
        this.debugRule = debugRule;
    }

    Endpoint endpoint() {
        return new Endpoint("POST", "/pipelines/call/{name}", this);
    }

    @Override
    public Uni<Answer> serve(Request request) {
        boolean debug = request.flag("debug");
        if (debug) {
            debugRule.check(request.headers());
        }
        String timeout = request.header(RequestTimeout.HEADER);
        Duration budget = timeout == null ? null : RequestTimeout.parse(timeout);
        String pipeline = request.parameter("name");
        Object body = JsonBody.read(request.headers(), request.body());
        Map<String, Object> trigger = CallTrigger.of("/pipelines/call/" + pipeline, request);
        return calls.call(new Call(pipeline, body, debug, budget, tracing(request), trigger));
    }

    private static Map<String, String> tracing(Request request) {
        Map<String, String> tracing = new LinkedHashMap<>();
        for (String name : TRACE_CONTEXT) {
            String value = request.header(name);
            if (value != null) {
                tracing.put(name, value);
            }
        }
        return tracing;
    }
}
