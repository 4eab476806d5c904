package dev.krakenflow.aws;

import dev.krakenflow.aws.sqs.SqsCarrier;
import dev.krakenflow.aws.sqs.SqsSettings;
import dev.krakenflow.cast.CastBounds;
import dev.krakenflow.cast.CastQueue;
import dev.krakenflow.cast.CastStates;
import dev.krakenflow.cast.DeadCasts;
import dev.krakenflow.cast.KeptCasts;
import dev.krakenflow.store.carried.CarriedCastQueue;
import dev.krakenflow.store.redis.PipelinedConnection;
import dev.krakenflow.store.redis.RedisCastQueue;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The queue of casts in SQS where {@code kraken.cast.queue.url} is set; else the one in Redis, which takes none where no
 * process consumes it.
 */
@Singleton
final class SqsWiring {

    private final CastStates states;
    private final Optional<SqsCarrier> carrier;

    @Inject
    SqsWiring(
            CastStates states,
            @ConfigProperty(name = "kraken.cast.queue.url") Optional<String> queue,
            @ConfigProperty(name = "kraken.cast.dead.queue.url") Optional<String> dead,
            @ConfigProperty(name = "kraken.cast.message-limit", defaultValue = "262144") int limit) {
        this.states = states;
        this.carrier = queue.map(
                url -> SqsCarrier.of(new SqsSettings(url, dead, limit), states, Infrastructure.getDefaultWorkerPool()));
    }

    @Produces
    @Singleton
    CastQueue casts(PipelinedConnection connection, CastBounds bounds) {
        return carrier.<CastQueue>map(sqs -> new CarriedCastQueue(states, sqs))
                .orElseGet(() -> new RedisCastQueue(connection, bounds));
    }

    @Produces
    @Singleton
    DeadCasts dead(KeptCasts kept) {
        return carrier.<DeadCasts>map(sqs -> sqs).orElse(kept);
    }
}
