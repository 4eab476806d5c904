package dev.krakenflow.observability.health;

import dev.krakenflow.store.DefinitionStore;
import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.health.api.Wellness;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.function.Supplier;
import org.eclipse.microprofile.health.HealthCheckResponse;

/**
 * Tells whether the store answers. It is up all the same when it does not: pipelines in memory go on without it, and a
 * process that were taken away for that would help nobody.
 */
@Wellness
@Singleton
final class StoreHealth implements AsyncHealthCheck {
    private static final Duration PATIENCE = Duration.ofMillis(500);
    private static final Duration KEPT = Duration.ofSeconds(1);

    private final Uni<String> state;

    @Inject
    StoreHealth(DefinitionStore store) {
        this(store::ping);
    }

    /** @param ping gives null when the store answers */
    StoreHealth(Supplier<Uni<? extends Void>> ping) {
        this.state = Uni.createFrom()
                .deferred(ping)
                .replaceWith("up")
                .ifNoItem()
                .after(PATIENCE)
                .recoverWithItem("down")
                .onFailure()
                .recoverWithItem("down")
                .memoize()
                .forFixedDuration(KEPT);
    }

    /** Everybody may ask, so the store is asked once a second at most. */
    @Override
    public Uni<HealthCheckResponse> call() {
        return state.map(it ->
                HealthCheckResponse.named("store").up().withData("state", it).build());
    }
}
