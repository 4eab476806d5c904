package dev.krakenflow.function.runtime;

import dev.krakenflow.engine.Engine;
import dev.krakenflow.engine.EventIds;
import dev.krakenflow.engine.FailureLog;
import dev.krakenflow.engine.FailureLogs;
import dev.krakenflow.engine.PlanEngine;
import dev.krakenflow.engine.RunObservers;
import dev.krakenflow.engine.Scheduler;
import dev.krakenflow.engine.Stores;
import dev.krakenflow.engine.client.SecretValues;
import dev.krakenflow.engine.client.ServiceClientProvider;
import dev.krakenflow.expression.Bounds;
import dev.krakenflow.expression.Expressions;
import dev.krakenflow.expression.JsonataExpressions;
import io.quarkus.arc.All;
import io.vertx.core.Vertx;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The beans that both functions need, once in a process: expressions, time and the engine. */
@Singleton
final class RuntimeWiring {

    private static final int MOST_LINES_A_SECOND = 20;

    @Produces
    @Singleton
    Expressions expressions() {
        return new JsonataExpressions(Bounds.DEFAULT);
    }

    @Produces
    @Singleton
    Scheduler scheduler(Vertx vertx) {
        return new VertxScheduler(vertx);
    }

    @Produces
    @Singleton
    FailureLog log(@ConfigProperty(name = "kraken.log.runs", defaultValue = "none") LoggedRuns runs) {
        return switch (runs) {
            case NONE -> new LoggedFailures(pace(), null);
            case FAILED -> new LoggedFailures(pace(), pace());
        };
    }

    private static LogPace pace() {
        return new LogPace(MOST_LINES_A_SECOND, System::nanoTime);
    }

    /** The one source of random numbers of the process. */
    @Produces
    @Singleton
    SecureRandom random() {
        return new SecureRandom();
    }

    @Produces
    @Singleton
    Suspendable randomness(SecureRandom random) {
        return new Reseeding(random);
    }

    @Produces
    @Singleton
    Engine engine(
            Expressions expressions,
            Scheduler scheduler,
            @All List<ServiceClientProvider> providers,
            Stores stores,
            SecretValues secrets,
            @All List<FailureLog> logs,
            @All List<RunObservers> observers,
            SecureRandom random) {
        EventIds ids = new EventIds(InstantSource.system(), random);
        return new PlanEngine(
                expressions,
                scheduler,
                providers,
                stores,
                ids,
                random,
                new FailureLogs(logs),
                secrets,
                RunObservers.all(observers));
    }
}
