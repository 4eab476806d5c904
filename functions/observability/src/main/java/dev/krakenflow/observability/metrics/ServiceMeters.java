package dev.krakenflow.observability.metrics;

import dev.krakenflow.engine.CircuitState;
import dev.krakenflow.plan.Service;
import io.micrometer.core.instrument.Gauge;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What is measured of one service. Thread-safe. */
final class ServiceMeters {
    static final String BREAKER = "kraken.breaker.state";

    private final MeterSet meters;
    private final String name;
    private final Function<Service, Optional<CircuitState>> circuits;
    private final Map<String, FunctionMeters> functions = new ConcurrentHashMap<>();
    private final AtomicBoolean measured = new AtomicBoolean();
    private volatile @Nullable Service newest;

    /** @param circuits what a service's circuit breaker does now */
    ServiceMeters(MeterSet meters, String name, Function<Service, Optional<CircuitState>> circuits) {
        this.meters = meters;
        this.name = name;
        this.circuits = circuits;
    }

    /** The service as a plan that is loaded now has it. */
    void linked(Service service) {
        newest = service;
        if (service.policies().breaker() != null && measured.compareAndSet(false, true)) {
            meters.add(Gauge.builder(BREAKER, this, ServiceMeters::breaker)
                    .description("The circuit breaker of a service: 0 closed, 1 half-open, 2 open")
                    .tags("service", name)::register);
        }
    }

    FunctionMeters function(String function) {
        return functions.computeIfAbsent(function, it -> new FunctionMeters(meters, name, it));
    }

    void remove() {
        meters.remove();
    }

    private double breaker() {
        Service service = newest;
        return service == null
                ? Double.NaN
                : circuits.apply(service).map(ServiceMeters::number).orElse(Double.NaN);
    }

    private static double number(CircuitState state) {
        return switch (state.position()) {
            case CLOSED -> 0;
            case HALF_OPEN -> 1;
            case OPEN -> 2;
        };
    }
}
