package dev.krakenflow.observability.tracing;

import dev.krakenflow.function.runtime.InvocationEnd;
import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

/**
 * Sends the spans of an invocation before it is answered. A collector that does not take them in time costs that once; then
 * nobody waits for it for a while, and spans go when they can. Thread-safe.
 */
final class FlushedSpans implements InvocationEnd {

    static final Duration PATIENCE = Duration.ofMillis(200);
    static final Duration REST = Duration.ofSeconds(30);

    private final Predicate<Duration> flush;
    private final LongSupplier nanoTime;
    private volatile boolean failed;
    private volatile long failedNanos;

    /** @param flush sends everything within a time; whether it did */
    FlushedSpans(Predicate<Duration> flush, LongSupplier nanoTime) {
        this.flush = flush;
        this.nanoTime = nanoTime;
    }

    @Override
    public void flush() {
        if (failed && nanoTime.getAsLong() - failedNanos < REST.toNanos()) {
            return;
        }
        failed = !flush.test(PATIENCE);
        failedNanos = nanoTime.getAsLong();
    }
}
