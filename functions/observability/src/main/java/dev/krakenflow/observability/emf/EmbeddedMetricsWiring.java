package dev.krakenflow.observability.emf;

import dev.krakenflow.engine.RunObservers;
import dev.krakenflow.function.runtime.InvocationEnd;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Tells metrics as lines where {@code kraken.metrics.emf} is true; else nobody watches. */
@Singleton
final class EmbeddedMetricsWiring {

    private final Optional<EmbeddedMetrics> metrics;

    /** CloudWatch takes the lines of the standard output as they are, so they do not go through the log. */
    @SuppressWarnings("SystemOut")
    EmbeddedMetricsWiring(@ConfigProperty(name = "kraken.metrics.emf", defaultValue = "false") boolean on) {
        metrics = on
                ? Optional.of(new EmbeddedMetrics(System.out::println, InstantSource.system(), System::nanoTime))
                : Optional.empty();
    }

    @Produces
    @Singleton
    RunObservers observers() {
        return metrics.isPresent() ? metrics.get() : RunObservers.NONE;
    }

    @Produces
    @Singleton
    InvocationEnd flush() {
        return metrics.isPresent() ? metrics.get() : () -> {};
    }
}
