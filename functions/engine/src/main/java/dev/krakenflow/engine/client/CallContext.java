package dev.krakenflow.engine.client;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a client may know of the run it is called in.
 *
 * @param deadlineNanos moment of {@link System#nanoTime()} when this attempt, or the run, ends
 * @param tracing headers of the W3C trace context to pass on; may be empty
 * @param idempotencyKey the same for all attempts of one call, by which a service knows it again; null: none
 */
public record CallContext(
        long deadlineNanos,
        Map<String, String> tracing,
        @Nullable String idempotencyKey) {

    /** Of a call that has no idempotency key. */
    public CallContext(long deadlineNanos, Map<String, String> tracing) {
        this(deadlineNanos, tracing, null);
    }
}
