package dev.krakenflow.observability.metrics;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;

/** The meters of one thing that is defined, which go when it does. Thread-safe. */
final class MeterSet {
    private final MeterRegistry registry;
    private final Set<Meter> meters = new HashSet<>();
    private boolean removed;

    MeterSet(MeterRegistry registry) {
        this.registry = registry;
    }

    /**
     * A meter of the registry, which belongs to this from now on. Once all are removed it measures nothing: in the registry
     * the same meter may be that of what was defined since.
     */
    synchronized <M extends Meter> M add(Function<MeterRegistry, M> register) {
        if (removed) {
            return register.apply(new CompositeMeterRegistry());
        }
        M meter = register.apply(registry);
        meters.add(meter);
        return meter;
    }

    /** Nobody measures any more; what a last one measures meanwhile is lost. */
    synchronized void remove() {
        removed = true;
        meters.forEach(registry::remove);
        meters.clear();
    }
}
