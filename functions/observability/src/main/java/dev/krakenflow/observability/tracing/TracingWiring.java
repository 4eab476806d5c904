package dev.krakenflow.observability.tracing;

import dev.krakenflow.engine.RunObservers;
import dev.krakenflow.engine.Scheduler;
import dev.krakenflow.function.runtime.InvocationEnd;
import io.opentelemetry.api.OpenTelemetry;
import io.quarkus.opentelemetry.runtime.exporter.otlp.tracing.LateBoundSpanProcessor;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes spans where OpenTelemetry is on; else nobody watches. */
@Singleton
final class TracingWiring {

    @Produces
    @Singleton
    RunObservers observers(
            Instance<OpenTelemetry> telemetry, @ConfigProperty(name = "quarkus.otel.sdk.disabled") boolean off) {
        return off ? RunObservers.NONE : new RunSpans(telemetry.get().getTracer("dev.krakenflow"));
    }

    /** Where OpenTelemetry is off there are no spans to wait for. */
    @Produces
    @Singleton
    InvocationEnd flush(
            Instance<LateBoundSpanProcessor> spans,
            @ConfigProperty(name = "quarkus.otel.sdk.disabled") boolean off,
            Scheduler scheduler) {
        return off || !spans.isResolvable()
                ? () -> {}
                : new FlushedSpans(
                        patience -> spans.get()
                                .forceFlush()
                                .join(patience.toMillis(), TimeUnit.MILLISECONDS)
                                .isSuccess(),
                        scheduler::nanoTime);
    }
}
