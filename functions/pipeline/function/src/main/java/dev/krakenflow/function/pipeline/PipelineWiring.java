package dev.krakenflow.function.pipeline;

import dev.krakenflow.engine.Engine;
import dev.krakenflow.engine.Scheduler;
import dev.krakenflow.function.http.Access;
import dev.krakenflow.function.http.Answer;
import dev.krakenflow.function.http.Endpoint;
import dev.krakenflow.function.http.FunctionAction;
import dev.krakenflow.function.http.JsonBody;
import dev.krakenflow.function.http.MovingAddresses;
import dev.krakenflow.function.http.Surface;
import dev.krakenflow.function.http.TokenGuard;
import dev.krakenflow.store.DefinitionStore;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

    /** {@code kraken.pipeline} names the pipeline that the process runs alone. */
    @Produces
    @Singleton
    Binding binding(@ConfigProperty(name = "kraken.pipeline") Optional<String> pipeline) {
        return new Binding(pipeline);
    }

    /** {@code kraken.preload} names pipelines whose plans are loaded with the start. */
    @Produces
    @Singleton
    FirstReading firstReading(
            PlanCache plans,
            Scheduler scheduler,
            @ConfigProperty(name = "kraken.preload") Optional<List<String>> preload) {
        return new FirstReading(plans, preload.orElse(List.of()), scheduler);
    }

    @Produces
    @Singleton
    InFlight inFlight(@ConfigProperty(name = "kraken.max-in-flight", defaultValue = "1000") int most) {
        return new InFlight(most);
    }

    @Produces
    @Singleton
    Runs runs(InFlight inFlight, Scheduler scheduler) {
        return new Runs(inFlight, scheduler);
    }

    @Produces
    @Singleton
    PipelineCalls calls(PlanCache plans, Binding binding, Runs runs) {
        return new PipelineCalls(plans, binding, runs);
    }

    @Produces
    @Singleton
    RoutedPlans routedPlans(PlanCache plans, Binding binding) {
        return new RoutedPlans(plans, binding);
    }

    @Produces
    @Singleton
    TypedCalls typedCalls(RoutedPlans plans, PipelineCalls calls, Runs runs) {
        return new TypedCalls(plans, calls, runs);
    }

    @Produces
    @Singleton
    DebugRule debugRule(
            TokenGuard guard, @ConfigProperty(name = "kraken.debug.open", defaultValue = "false") boolean open) {
        return new DebugRule(guard, open);
    }

    @Produces
    @Singleton
    CallReader callReader(DebugRule debugRule) {
        return new CallReader(debugRule);
    }

    @Produces
    @Singleton
    StreamEndpoint streams(
            PlanCache plans,
            Binding binding,
            Runs runs,
            InFlight inFlight,
            CallReader reader,
            Scheduler scheduler,
            @ConfigProperty(name = "kraken.stream.idle", defaultValue = "60s") Duration idle) {
        return new StreamEndpoint(plans, binding, runs, inFlight, reader, scheduler, idle);
    }

    @Produces
    @Singleton
    MessageCalls messageCalls(PipelineCalls calls, TypedCalls typed, DebugRule debugRule) {
        return new MessageCalls(calls, typed, debugRule);
    }

    /** For platforms that bring requests themselves; nobody asks for it elsewhere. */
    @Produces
    @Singleton
    FunctionAction krakenCall(MessageCalls calls) {
        return new FunctionAction(
                KrakenCall.NAME,
                request -> calls.call(
                                JsonBody.read(request.headers(), request.body()), request.headers(), request.budget())
                        .map(Answer::json));
    }

    @Produces
    @Singleton
    TriggeredEvents triggeredEvents(PlanCache plans, RoutedPlans routed, Binding binding, Runs runs) {
        return new TriggeredEvents(plans, routed, binding, runs);
    }

    /** {@code kraken.data.generic=false} leaves nothing but triggers. */
    @Produces
    @Singleton
    Surface surface(
            PipelineCalls calls,
            TypedCalls typed,
            CastEndpoint casts,
            PlanCache plans,
            RoutedPlans routed,
            Runs runs,
            CallReader reader,
            StreamEndpoint streams,
            Binding binding,
            @ConfigProperty(name = "kraken.data.generic", defaultValue = "true") boolean generic) {
        MovingAddresses triggers = new TriggerAddresses(plans, binding, new TriggerCalls(routed, runs, reader));
        List<Endpoint> endpoints = new ArrayList<>();
        if (generic) {
            endpoints.addAll(new CallEndpoint(calls, typed, reader).endpoints());
            endpoints.addAll(casts.endpoints());
            endpoints.addAll(streams.endpoints());
        }
        Set<String> functions = generic ? Set.of(KrakenCall.NAME) : Set.of();
        return new Surface(Access.DATA, endpoints, functions, Optional.of(triggers));
    }
}
