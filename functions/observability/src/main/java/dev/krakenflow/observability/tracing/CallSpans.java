package dev.krakenflow.observability.tracing;

import dev.krakenflow.engine.CallObserver;
import dev.krakenflow.failure.Failure;
import dev.krakenflow.plan.FunctionCall;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes a span of every attempt of one call, and sends the attempt with it. */
final class CallSpans implements CallObserver {
    private final Tracer tracer;
    private final Context around;
    private final FunctionCall function;
    private final @Nullable String compensates;
    private Span span = Span.getInvalid();

    /** @param compensates the component that the call undoes; null: it undoes none */
    CallSpans(Tracer tracer, Context around, FunctionCall function, @Nullable String compensates) {
        this.tracer = tracer;
        this.around = around;
        this.function = function;
        this.compensates = compensates;
    }

    @Override
    public Map<String, String> begins(int attempt, Map<String, String> tracing) {
        SpanBuilder builder = tracer.spanBuilder(function.service() + "." + function.function())
                .setParent(around)
                .setSpanKind(SpanKind.CLIENT)
                .setAttribute(Attribute.SERVICE, function.service())
                .setAttribute(Attribute.FUNCTION, function.function())
                .setAttribute(Attribute.ATTEMPT, (long) attempt);
        if (compensates != null) {
            builder.setAttribute(Attribute.COMPENSATES, compensates);
        }
        span = builder.startSpan();
        return Headers.write(around.with(span));
    }

    @Override
    public void ends(@Nullable Failure failure) {
        if (failure != null) {
            Spans.fail(span, failure);
        }
        span.end();
    }

    @Override
    public void isCancelled() {
        span.setAttribute(Attribute.OUTCOME, "cancelled");
        span.end();
    }
}
