package dev.krakenflow.function.pipeline;

import dev.krakenflow.engine.Engine;
import dev.krakenflow.engine.Scheduler;
import dev.krakenflow.function.http.Access;
import dev.krakenflow.function.http.Endpoint;
import dev.krakenflow.function.http.Surface;
import dev.krakenflow.function.http.TokenGuard;
import dev.krakenflow.store.DefinitionStore;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The beans of the pipeline function. */
@Singleton
final class PipelineWiring {

    private static final int MOST_PLANS = 10_000;

    @Produces
    @Singleton
    PlanCache planCache(
            DefinitionStore store,
            Engine engine,
            Scheduler scheduler,
            @ConfigProperty(name = "kraken.refresh", defaultValue = "1s") Duration refresh) {
        return new PlanCache(store, engine, scheduler, refresh, MOST_PLANS);
    }

    @Produces
    @Singleton
    PipelineCalls calls(
            PlanCache plans,
            Scheduler scheduler,
            @ConfigProperty(name = "kraken.max-in-flight", defaultValue = "1000") int maxInFlight) {
        return new PipelineCalls(plans, new InFlight(maxInFlight), scheduler);
    }

    @Produces
    @Singleton
    DebugRule debugRule(
            TokenGuard guard, @ConfigProperty(name = "kraken.debug.open", defaultValue = "false") boolean open) {
        return new DebugRule(guard, open);
    }

    /** {@code kraken.data.generic=false} leaves nothing but triggers. */
    @Produces
    @Singleton
    Surface surface(
            PipelineCalls calls,
            DebugRule debugRule,
            @ConfigProperty(name = "kraken.data.generic", defaultValue = "true") boolean generic) {
        List<Endpoint> endpoints = generic ? List.of(new CallEndpoint(calls, debugRule).endpoint()) : List.of();
        return new Surface(Access.DATA, endpoints, generic ? Set.of(KrakenCall.NAME) : Set.of());
    }
}
