package dev.krakenflow.engine.client;

import java.util.Map;

/**
 * What a client may know of the run it is called in.
 *
 * @param deadlineNanos moment of {@link System#nanoTime()} when this attempt, or the run, ends
 * @param tracing headers of the W3C trace context to pass on; may be empty
 */
public record CallContext(long deadlineNanos, Map<String, String> tracing) {}
