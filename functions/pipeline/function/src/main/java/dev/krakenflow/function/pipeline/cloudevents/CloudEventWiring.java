package dev.krakenflow.function.pipeline.cloudevents;

import dev.krakenflow.function.http.Access;
import dev.krakenflow.function.http.Endpoint;
import dev.krakenflow.function.http.Surface;
import dev.krakenflow.function.pipeline.DeliveredCasts;
import dev.krakenflow.function.pipeline.TriggeredEvents;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The beans that take CloudEvents. Names no class of the SDK: the first event loads it, and not the start. */
@Singleton
final class CloudEventWiring {

    /**
     * <code>POST /events</code>, unless {@code kraken.cloudevents=false}; where nothing is said of that, it is there when the
     * other addresses are that are no triggers.
     *
     * @param calls not made before the first event comes
     */
    @Produces
    @Singleton
    Surface cloudEvents(
            Instance<CloudEventCalls> calls,
            @ConfigProperty(name = "kraken.cloudevents") Optional<Boolean> wanted,
            @ConfigProperty(name = "kraken.data.generic", defaultValue = "true") boolean generic) {
        List<Endpoint> endpoints = wanted.orElse(generic)
                ? List.of(new Endpoint("POST", "/events", request -> calls.get().serve(request)))
                : List.of();
        return new Surface(Access.DATA, endpoints, Set.of());
    }

    @Produces
    @Singleton
    CloudEventCalls calls(
            TriggeredEvents events,
            Instance<DeliveredCasts> casts,
            @ConfigProperty(name = "kraken.cast.broker.url") Optional<String> broker) {
        ReturnedCasts returned =
                new ReturnedCasts(broker.isPresent(), message -> casts.get().run(message));
        return CloudEventCalls.of(events, returned, InstantSource.system());
    }
}
