package dev.krakenflow.function.runtime;

import dev.krakenflow.cast.CastBounds;
import dev.krakenflow.cast.CastConsumer;
import dev.krakenflow.cast.CastQueue;
import dev.krakenflow.cast.CastStates;
import dev.krakenflow.cast.KeptCasts;
import dev.krakenflow.engine.Scheduler;
import dev.krakenflow.function.runtime.broker.BrokerCarrier;
import dev.krakenflow.function.runtime.broker.BrokerClient;
import dev.krakenflow.store.carried.CarriedCastQueue;
import dev.krakenflow.store.redis.ConnectionLimits;
import dev.krakenflow.store.redis.PipelinedConnection;
import dev.krakenflow.store.redis.RedisCastConsumer;
import dev.krakenflow.store.redis.RedisCastQueue;
import dev.krakenflow.store.redis.RedisCastStates;
import dev.krakenflow.store.redis.RedisKeptCasts;
import io.quarkus.arc.DefaultBean;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Redis;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The queue of casts: in Redis, or where {@code kraken.cast.broker.url} is set carried by that Broker. */
@Singleton
final class CastQueueWiring {

    @Produces
    @DefaultBean
    @Singleton
    CastBounds bounds(@ConfigProperty(name = "kraken.cast.keep", defaultValue = "24h") Duration results) {
        return CastBounds.DEFAULT.keeping(results);
    }

    @Produces
    @DefaultBean
    @Singleton
    CastStates castStates(PipelinedConnection connection, CastBounds bounds) {
        return new RedisCastStates(connection, bounds);
    }

    @Produces
    @DefaultBean
    @Singleton
    KeptCasts keptCasts(PipelinedConnection connection, CastBounds bounds) {
        return new RedisKeptCasts(connection, bounds);
    }

    /** With connections of its own, from when it is asked for the first time. */
    @Produces
    @DefaultBean
    @Singleton
    CastConsumer consumer(Redis redis, Vertx vertx, CastBounds bounds) {
        return new RedisCastConsumer(redis, vertx, ConnectionLimits.DEFAULT, bounds);
    }

    @Produces
    @DefaultBean
    @Singleton
    CastQueue casts(
            PipelinedConnection connection,
            CastBounds bounds,
            CastStates states,
            KeptCasts dead,
            Vertx vertx,
            Scheduler scheduler,
            @ConfigProperty(name = "kraken.cast.broker.url") Optional<URI> broker,
            @ConfigProperty(name = "kraken.cast.message-limit", defaultValue = "262144") int limit) {
        return broker.<CastQueue>map(address -> new CarriedCastQueue(
                        states, new BrokerCarrier(new BrokerClient(vertx, scheduler, address), states, dead, limit)))
                .orElseGet(() -> new RedisCastQueue(connection, bounds));
    }
}
