package dev.krakenflow.observability.metrics;

import dev.krakenflow.cast.CastQueue;
import dev.krakenflow.engine.Engine;
import dev.krakenflow.engine.FailureLog;
import dev.krakenflow.engine.RunObservers;
import dev.krakenflow.engine.Scheduler;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Measures, unless {@code kraken.metrics} is false; then nobody watches. */
@Singleton
public final class MetricsWiring {
    private static final Duration BEHIND_THE_START = Duration.ofSeconds(2);

    private final boolean on;
    private final int mostSeries;
    private final ProcessMetrics process = new ProcessMetrics();
    private final AtomicReference<@Nullable CastMetrics> casts = new AtomicReference<>();

    MetricsWiring(
            @ConfigProperty(name = "kraken.metrics", defaultValue = "true") boolean on,
            @ConfigProperty(name = "kraken.metrics.max-series", defaultValue = "10000") int mostSeries) {
        this.on = on;
        this.mostSeries = mostSeries;
    }

    @Produces
    @Singleton
    SeriesLimit seriesLimit() {
        return new SeriesLimit(mostSeries);
    }

    /** The engine is asked for when somebody scrapes: it needs its observers to begin with. */
    @Produces
    @Singleton
    @Typed(RunMetrics.class)
    RunMetrics metrics(MeterRegistry registry, SeriesLimit limit, Instance<Engine> engine) {
        registry.config().onMeterRemoved(limit::removed);
        return new RunMetrics(registry, service -> engine.get().circuit(service));
    }

    @Produces
    @Singleton
    RunObservers observers(Instance<RunMetrics> metrics) {
        return on ? metrics.get() : RunObservers.NONE;
    }

    @Produces
    @Singleton
    FailureLog failures(Instance<RunMetrics> metrics) {
        return on ? new MeasuredFailures(metrics.get()) : (failure, cause) -> {};
    }

    /** What the process measures of itself begins a little later, on a worker, so that no first event waits for it. */
    void start(@Observes StartupEvent begin, Instance<CastQueue> queue, Scheduler scheduler, MeterRegistry registry) {
        if (!on) {
            return;
        }
        scheduler.after(
                BEHIND_THE_START, () -> Infrastructure.getDefaultWorkerPool().execute(() -> process.begin(registry)));
        if (queue.isResolvable()) {
            CastMetrics measured = new CastMetrics(queue.get(), scheduler, registry, mostSeries);
            casts.set(measured);
            scheduler.after(BEHIND_THE_START, measured::start);
        }
    }

    void stop(@Observes ShutdownEvent end) {
        process.close();
        CastMetrics measured = casts.get();
        if (measured != null) {
            measured.stop();
        }
    }
}
