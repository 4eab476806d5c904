package dev.krakenflow.function.pipeline;

import dev.krakenflow.engine.CallIdentity;
import dev.krakenflow.function.http.Request;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads what a request says about the run it wants: debug, timeout, tracing, whether it comes again. Thread-safe. */
final class CallReader {

    private static final List<String> TRACE_CONTEXT = List.of("traceparent", "tracestate");

    private final DebugRule debugRule;

    CallReader(DebugRule debugRule) {
        this.debugRule = debugRule;
    }

    /**
     * The call that a request to one of our own addresses means.
     *
     * @param body its body as JSON
     * @param trigger the value of {@code $context.trigger}
     * @throws dev.krakenflow.function.http.RequestException {@code invalid-request} or {@code unauthorized}
     */
    Call read(Request request, Object body, Map<String, Object> trigger) {
        boolean debug = request.flag("debug");
        if (debug) {
            debugRule.check(request.headers());
        }
        return call(request, body, trigger, debug, Map.of());
    }

    /**
     * The call that a request to the address of a trigger means. The query there is the pipeline's own: {@code debug} in
     * it is a value like any other.
     *
     * @param body its body as JSON
     * @param trigger the value of {@code $context.trigger}
     * @throws dev.krakenflow.function.http.RequestException {@code invalid-request}
     */
    Call readTriggered(Request request, Object body, Map<String, Object> trigger) {
        return call(request, body, trigger, false, CallTrigger.address(trigger));
    }

    /**
     * The call that a cast means. Whoever casts does not wait, and what else its request says is not kept: there is no
     * trigger, no budget but the pipeline's, and no history.
     *
     * @param body its body as JSON
     * @throws dev.krakenflow.function.http.RequestException {@code invalid-request}
     */
    Call readCast(Request request, Object body) {
        String key = IdempotencyHeader.read(request.headers(), body);
        CallIdentity identity = key == null ? CallIdentity.NONE : new CallIdentity(key, Map.of());
        return new Call(body, false, Budget.OPEN, tracing(request), null, identity);
    }

    private static Call call(
            Request request, Object body, Map<String, Object> trigger, boolean debug, Map<String, Object> address) {
        Budget budget = RequestTimeout.of(request);
        String key = IdempotencyHeader.read(request.headers(), body);
        CallIdentity identity = key == null && address.isEmpty() ? CallIdentity.NONE : new CallIdentity(key, address);
        return new Call(body, debug, budget, tracing(request), trigger, identity);
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
