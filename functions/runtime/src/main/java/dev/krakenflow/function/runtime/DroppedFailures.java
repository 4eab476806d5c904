package dev.krakenflow.function.runtime;

import dev.krakenflow.store.StoreUnavailableException;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/**
 * What happens to failures that come when nobody waits for them any more. That the store is away is one of them where two
 * limits of time meet, and whoever asked was told already. Others are a mistake of ours: they are logged, without the
 * message that Mutiny would log. Thread-safe.
 */
@Singleton
final class DroppedFailures {

    private static final Logger LOG = Logger.getLogger(DroppedFailures.class);

    void handle(@Observes StartupEvent start) {
        Infrastructure.setDroppedExceptionHandler(DroppedFailures::drop);
    }

    static void drop(Throwable failure) {
        if (!(failure instanceof StoreUnavailableException)) {
            LOG.error("A failure came when nobody waited for it any more", new WithoutMessage(failure));
        }
    }
}
