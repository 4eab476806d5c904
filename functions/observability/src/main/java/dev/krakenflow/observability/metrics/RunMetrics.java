package dev.krakenflow.observability.metrics;

import dev.krakenflow.engine.CircuitState;
import dev.krakenflow.engine.PlanObserver;
import dev.krakenflow.engine.RunObservers;
import dev.krakenflow.plan.Plan;
import dev.krakenflow.plan.Service;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Measures the runs of all plans. The meters of a pipeline or service go with the last plan that has it. Thread-safe. */
final class RunMetrics implements RunObservers {
    static final String IN_FLIGHT = "kraken.in.flight";

    private final MeterRegistry registry;
    private final Held<PipelineMeters> pipelines;
    private final Held<ServiceMeters> services;
    private final LongAdder inFlight = new LongAdder();

    /** @param circuits what a service's circuit breaker does now */
    RunMetrics(MeterRegistry registry, Function<Service, Optional<CircuitState>> circuits) {
        this.registry = registry;
        this.pipelines = new Held<>(name -> new PipelineMeters(new MeterSet(registry), name), PipelineMeters::remove);
        this.services =
                new Held<>(name -> new ServiceMeters(new MeterSet(registry), name, circuits), ServiceMeters::remove);
        Gauge.builder(IN_FLIGHT, inFlight, LongAdder::sum)
                .description("Events under way")
                .register(registry);
    }

    @Override
    public PlanObserver observe(Plan plan, long version) {
        return new PlanMetrics(plan, this);
    }

    /** What is measured of a pipeline that some plan has; null: none has it. */
    @Nullable PipelineMeters pipeline(@Nullable String name) {
        return name == null ? null : pipelines.find(name);
    }

    Held<PipelineMeters> pipelines() {
        return pipelines;
    }

    Held<ServiceMeters> services() {
        return services;
    }

    LongAdder inFlight() {
        return inFlight;
    }

    /** The moment, of no particular clock. */
    long nanoTime() {
        return registry.config().clock().monotonicTime();
    }
}
