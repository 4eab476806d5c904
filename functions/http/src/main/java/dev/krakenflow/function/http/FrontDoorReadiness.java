package dev.krakenflow.function.http;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready until the process is about to end: before it takes nothing more, so that callers are sent elsewhere in time. */
@Readiness
@Singleton
final class FrontDoorReadiness implements HealthCheck {
    private final Traffic traffic;

    FrontDoorReadiness(Traffic traffic) {
        this.traffic = traffic;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("front-door")
                .status(!traffic.isLeaving())
                .build();
    }
}
