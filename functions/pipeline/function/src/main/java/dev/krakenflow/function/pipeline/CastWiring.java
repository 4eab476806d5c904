package dev.krakenflow.function.pipeline;

import dev.krakenflow.cast.CastConsumer;
import dev.krakenflow.cast.CastQueue;
import dev.krakenflow.cast.CastStates;
import dev.krakenflow.cast.DeadCasts;
import dev.krakenflow.engine.Scheduler;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * The beans that take casts and run them. A process runs them unless {@code kraken.cast.consumer=false}, unless a Broker
 * carries them, or unless it runs one pipeline alone: what is cast is of all of them.
 */
@Singleton
final class CastWiring {

    private static final int FIRST = 1;
    private static final int LAST = Integer.MAX_VALUE;

    private final SecureRandom random;
    private final CastBeginning beginning;
    private volatile @Nullable CastWorker worker;
    private long stoppedNanos;

    CastWiring(SecureRandom random, Scheduler scheduler) {
        this.random = random;
        this.beginning = new CastBeginning(scheduler);
    }

    @Produces
    @Singleton
    CastEndpoint endpoint(
            CastQueue queue,
            PlanCache plans,
            Binding binding,
            RoutedPlans routed,
            Runs runs,
            CallReader reader,
            Scheduler scheduler) {
        Casts casts = new Casts(queue, beginning, runs, scheduler, random);
        NamedCasts named = new NamedCasts(plans, binding, casts);
        return new CastEndpoint(named, new TypedCasts(routed, named, casts), queue, reader);
    }

    /** For what queues that are elsewhere deliver. */
    @Produces
    @Singleton
    DeliveredCasts delivered(CastStates states, DeadCasts dead, PlanCache plans, Runs runs, Vertx vertx) {
        return new DeliveredCasts(states, dead, new CastRuns(plans, runs, new CastPauses(random)), loops(vertx));
    }

    private static EventLoops loops(Vertx vertx) {
        return new EventLoops(vertx, Runtime.getRuntime().availableProcessors());
    }

    /** Calls keep at least half of the room of the process: what is cast can wait, and they cannot. */
    void start(
            @Observes StartupEvent start,
            @ConfigProperty(name = "kraken.cast.consumer", defaultValue = "true") boolean consumes,
            @ConfigProperty(name = "kraken.cast.broker.url") Optional<URI> broker,
            @ConfigProperty(name = "kraken.max-in-flight", defaultValue = "1000") int maxInFlight,
            Instance<CastConsumer> consumer,
            Binding binding,
            PlanCache plans,
            Runs runs,
            Scheduler scheduler,
            Vertx vertx) {
        if (consumes && broker.isEmpty() && binding.pipeline().isEmpty()) {
            beginning.plan(() -> {
                CastPauses pauses = new CastPauses(random);
                CastLanes lanes = new CastLanes(Math.max(1, maxInFlight / 2), scheduler, loops(vertx));
                CastWorker first =
                        new CastWorker(consumer.get(), new CastRuns(plans, runs, pauses), lanes, pauses, scheduler);
                worker = first;
                first.start();
            });
        }
    }

    /** Nothing more is begun that could be under way at the end. */
    void stop(@Observes @Priority(FIRST) ShutdownDelayInitiatedEvent end) {
        stoppedNanos = System.nanoTime();
        beginning.forget();
        CastWorker begun = worker;
        if (begun != null) {
            begun.stop();
        }
    }

    /** Behind the front door, in what is left of the time that its requests had. */
    void close(
            @Observes @Priority(LAST) ShutdownDelayInitiatedEvent end,
            @ConfigProperty(name = "kraken.shutdown.delay", defaultValue = "0s") Duration delay,
            @ConfigProperty(name = "kraken.shutdown.timeout", defaultValue = "30s") Duration patience) {
        CastWorker begun = worker;
        if (begun != null) {
            begun.close(delay.plus(patience).minusNanos(System.nanoTime() - stoppedNanos));
        }
    }
}
