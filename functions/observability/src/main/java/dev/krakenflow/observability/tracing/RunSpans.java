package dev.krakenflow.observability.tracing;

import dev.krakenflow.engine.EventId;
import dev.krakenflow.engine.PlanObserver;
import dev.krakenflow.engine.RunObserver;
import dev.krakenflow.engine.RunObservers;
import dev.krakenflow.engine.RunOptions;
import dev.krakenflow.plan.Plan;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;

/** Makes a span of every run, below the one that its caller tells. Thread-safe. */
record RunSpans(Tracer tracer) implements RunObservers {

    @Override
    public PlanObserver observe(Plan plan, long version) {
        String name = "run " + plan.pipeline();
        return (event, options) -> begin(name, plan.pipeline(), version, event, options);
    }

    private static SpanKind kind(RunOptions options) {
        if (options.cast()) {
            return SpanKind.CONSUMER;
        }
        return options.trigger() == null ? SpanKind.INTERNAL : SpanKind.SERVER;
    }

    private RunObserver begin(String name, String pipeline, long version, EventId event, RunOptions options) {
        Context around = Headers.read(options.tracing());
        SpanBuilder builder = tracer.spanBuilder(name)
                .setParent(around)
                .setSpanKind(kind(options))
                .setAttribute(Attribute.PIPELINE, pipeline);
        if (version > 0) {
            builder.setAttribute(Attribute.VERSION, version);
        }
        Span span = builder.startSpan();
        if (span.isRecording()) {
            span.setAttribute(Attribute.EVENT_ID, event.text());
        }
        return new RunSpan(tracer, span, around.with(span));
    }
}
