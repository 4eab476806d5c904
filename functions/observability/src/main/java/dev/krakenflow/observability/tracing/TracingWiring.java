package dev.krakenflow.observability.tracing;

import dev.krakenflow.engine.RunObservers;
import io.opentelemetry.api.OpenTelemetry;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
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
}
