package dev.krakenflow.observability.tracing;

import dev.krakenflow.failure.Failure;
import dev.krakenflow.observability.FailureLabel;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;

/** What all spans do alike. */
final class Spans {

    private Spans() {}

    /** Marks a span as failed; what the failure says in words may hold something of an event, and stays out. */
    static void fail(Span span, Failure failure) {
        span.setAttribute(Attribute.ERROR, FailureLabel.of(failure));
        span.setStatus(StatusCode.ERROR);
    }
}
