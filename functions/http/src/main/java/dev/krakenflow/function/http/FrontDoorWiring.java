package dev.krakenflow.function.http;

import io.quarkus.arc.All;
import io.quarkus.arc.DefaultBean;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Puts the front door before all routes of the process, and closes it when the process ends. */
@Singleton
public final class FrontDoorWiring {

    @Produces
    @Singleton
    Traffic traffic() {
        return new Traffic();
    }

    @Produces
    @DefaultBean
    @Singleton
    TokenGuard guard(
            @ConfigProperty(name = "kraken.admin.token") Optional<String> admin,
            @ConfigProperty(name = "kraken.data.token") Optional<String> data) {
        return new TokenGuard(admin.map(Token::of), data.map(Token::of));
    }

    void open(@Observes Router router, Vertx vertx, @All List<Surface> surfaces, TokenGuard guard, Traffic traffic) {
        new FrontDoor(vertx, surfaces, guard, traffic).openIn(router);
    }

    /**
     * Before anything goes away, the HTTP server too: runs under way still need their clients and the store. First
     * everybody gets the time to see that this process is not ready any more, then nothing new is taken. Needs
     * {@code quarkus.shutdown.delay-enabled}.
     */
    void close(
            @Observes ShutdownDelayInitiatedEvent end,
            Traffic traffic,
            @ConfigProperty(name = "kraken.shutdown.delay", defaultValue = "0s") Duration delay,
            @ConfigProperty(name = "kraken.shutdown.timeout", defaultValue = "30s") Duration patience) {
        traffic.announceEnd(delay);
        traffic.close(patience);
    }
}
