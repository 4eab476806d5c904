package dev.krakenflow.function.pipeline;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Not ready before the first reading is over; it begins with the process. */
@Readiness
@Singleton
final class FirstReadingReadiness implements HealthCheck {
    private final FirstReading reading;

    FirstReadingReadiness(FirstReading reading) {
        this.reading = reading;
    }

    void begin(@Observes StartupEvent start) {
        reading.begin();
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("plans").status(reading.isOver()).build();
    }
}
