package dev.krakenflow.observability.tracing;

import dev.krakenflow.failure.Failure;
import dev.krakenflow.observability.Stay;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import org.jspecify.annotations.Nullable;

/** The span of one stay in a component. */
final class ComponentSpan extends Stay {
    private final Span span;
    private final Context context;

    ComponentSpan(Span span, Context parent, @Nullable Stay around) {
        super(around);
        this.span = span;
        this.context = parent.with(span);
    }

    /** What is in the component. */
    Context context() {
        return context;
    }

    @Override
    protected void end(boolean skipped, @Nullable Failure failure) {
        if (skipped) {
            span.setAttribute(Attribute.SKIPPED, true);
        }
        if (failure != null) {
            Spans.fail(span, failure);
        }
        span.end();
    }
}
