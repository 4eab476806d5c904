package dev.krakenflow.observability.tracing;

import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The W3C trace context as headers. Stateless. */
final class Headers {
    private static final W3CTraceContextPropagator PROPAGATOR = W3CTraceContextPropagator.getInstance();

    private static final TextMapGetter<Map<String, String>> GETTER = new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(Map<String, String> headers) {
            return headers.keySet();
        }

        @Override
        public @Nullable String get(@Nullable Map<String, String> headers, String key) {
            return headers == null ? null : headers.get(key);
        }
    };

    private Headers() {}

    /** The context that a caller sent; the root where it sent none that can be read. */
    static Context read(Map<String, String> headers) {
        return headers.isEmpty() ? Context.root() : PROPAGATOR.extract(Context.root(), headers, GETTER);
    }

    static Map<String, String> write(Context context) {
        Map<String, String> headers = new LinkedHashMap<>();
        PROPAGATOR.inject(context, headers, (carrier, name, value) -> headers.put(name, value));
        return headers;
    }
}
