package dev.krakenflow.function.pipeline.cloudevents;

import dev.krakenflow.function.http.Request;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The trace that a request belongs to. */
final class TraceContext {

    /** The headers of the W3C trace context. Extensions of events have the same names. */
    static final List<String> NAMES = List.of("traceparent", "tracestate");

    private TraceContext() {}

    /** What a request says of it; empty when it says nothing. */
    static Map<String, String> of(Request request) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (String name : NAMES) {
            String value = request.header(name);
            if (value != null) {
                headers.put(name, value);
            }
        }
        return headers;
    }
}
