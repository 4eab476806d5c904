package dev.krakenflow.observability.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import org.jspecify.annotations.Nullable;

/** Measures the process itself: memory, collections, threads, classes, processor, how long it has been there. Thread-safe. */
final class ProcessMetrics implements AutoCloseable {
    private @Nullable JvmGcMetrics collections;
    private boolean closed;

    /** Begins, which takes a while: many classes are loaded for it. */
    synchronized void begin(MeterRegistry registry) {
        if (closed) {
            return;
        }
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ClassLoaderMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        collections = new JvmGcMetrics();
        collections.bindTo(registry);
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (collections != null) {
            collections.close();
        }
    }
}
