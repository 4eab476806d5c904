package dev.krakenflow.function.http;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Whether this process takes requests. The store is not asked: pipelines whose plan is in memory go on without it, and
 * a process that is taken out of service because Redis is away would end them too.
 */
@Singleton
@Readiness
public final class TrafficReadiness implements HealthCheck {

    private final Traffic traffic;

    public TrafficReadiness(Traffic traffic) {
        this.traffic = traffic;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("takes requests")
                .status(traffic.isOpen())
                .build();
    }
}
