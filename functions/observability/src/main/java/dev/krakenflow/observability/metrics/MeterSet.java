package dev.krakenflow.observability.metrics;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The meters of one thing that is defined, which go when it does. Thread-safe. */
final class MeterSet {
    private final MeterRegistry registry;
    private final Set<Meter> meters = ConcurrentHashMap.newKeySet();
    private volatile boolean removed;

    MeterSet(MeterRegistry registry) {
        this.registry = registry;
    }

    MeterRegistry registry() {
        return registry;
    }

    /** One of the registry's belongs to this from now on. */
    <M extends Meter> M add(M meter) {
        meters.add(meter);
        if (removed) {
            remove();
        }
        return meter;
    }

    /** Nobody measures any more; what a last one measures meanwhile is lost. */
    void remove() {
        removed = true;
        meters.forEach(registry::remove);
        meters.clear();
    }
}
