package dev.krakenflow.function.pipeline.app;

import dev.krakenflow.cast.CastQueue;
import dev.krakenflow.cast.CastStates;
import dev.krakenflow.cast.KeptCasts;
import dev.krakenflow.engine.Scheduler;
import dev.krakenflow.function.runtime.broker.BrokerCarrier;
import dev.krakenflow.function.runtime.broker.BrokerClient;
import dev.krakenflow.store.carried.CarriedCastQueue;
import dev.krakenflow.store.memory.MemoryCastStates;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.vertx.core.Vertx;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** A function whose casts a Broker carries that brings them back at once: the function itself. */
public final class CarriedCasts implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        int port = freePort();
        return Map.of(
                "quarkus.http.test-port",
                Integer.toString(port),
                "kraken.cast.broker.url",
                "http://localhost:" + port + "/events",
                "kraken.cast.consumer",
                "false");
    }

    @Override
    public Set<Class<?>> getEnabledAlternatives() {
        return Set.of(Queue.class);
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes the place of the queue that other tests have. */
    @Alternative
    @Singleton
    static final class Queue {

        @Produces
        @Singleton
        @Alternative
        CastStates states() {
            return new MemoryCastStates();
        }

        @Produces
        @Singleton
        @Alternative
        CastQueue casts(
                CastStates states,
                KeptCasts dead,
                Vertx vertx,
                Scheduler scheduler,
                @ConfigProperty(name = "kraken.cast.broker.url") URI broker) {
            BrokerClient client = new BrokerClient(vertx, scheduler, broker);
            return new CarriedCastQueue(states, new BrokerCarrier(client, states, dead, 262_144));
        }
    }
}
