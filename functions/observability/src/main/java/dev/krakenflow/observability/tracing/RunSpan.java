package dev.krakenflow.observability.tracing;

import dev.krakenflow.engine.CallObserver;
import dev.krakenflow.engine.Outcome;
import dev.krakenflow.engine.PathObserver;
import dev.krakenflow.engine.RunObserver;
import dev.krakenflow.failure.Failure;
import dev.krakenflow.plan.FunctionCall;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import java.util.List;
import java.util.Map;

/** The span of one run. A run that is not sampled has no spans inside, but hands its context on. */
final class RunSpan implements RunObserver {
    private final Tracer tracer;
    private final Span span;
    private final Context context;
    private final SpanRoom room = new SpanRoom();

    RunSpan(Tracer tracer, Span span, Context context) {
        this.tracer = tracer;
        this.span = span;
        this.context = context;
    }

    @Override
    public PathObserver path() {
        return span.isRecording() ? new PathSpans(tracer, context, room) : new UnsampledPath(context);
    }

    @Override
    public PathObserver undoing(String component) {
        if (!span.isRecording()) {
            return new UnsampledPath(context);
        }
        return new PathObserver() {
            @Override
            public CallObserver call(FunctionCall function) {
                return new CallSpans(tracer, context, function, component);
            }
        };
    }

    @Override
    public Map<String, String> tracing(Map<String, String> callers) {
        return Headers.write(context);
    }

    @Override
    public void finished(List<Outcome> outcomes) {
        span.setAttribute(Attribute.OUTCOME, outcome(outcomes));
        if (room.leftOut() > 0) {
            span.setAttribute(Attribute.LEFT_OUT, room.leftOut());
        }
        span.end();
    }

    /** The word for it; of failures the first is told. */
    private String outcome(List<Outcome> outcomes) {
        if (outcomes.isEmpty()) {
            return "cancelled";
        }
        String word = outcomes.get(0).replayed() ? "replayed" : "ended";
        for (Outcome outcome : outcomes) {
            switch (outcome) {
                case Outcome.Failed failed -> {
                    return failed(failed.failure());
                }
                case Outcome.Completed completed -> word = completed.replayed() ? word : "completed";
                case Outcome.Ended ended -> {}
            }
        }
        return word;
    }

    private String failed(Failure failure) {
        Spans.fail(span, failure);
        return "failed";
    }
}
