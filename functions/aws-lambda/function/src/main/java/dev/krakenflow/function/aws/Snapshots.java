package dev.krakenflow.function.aws;

import dev.krakenflow.function.runtime.Suspendable;
import io.quarkus.arc.All;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;

/**
 * Tells what belongs to this process alone of snapshots that Lambda takes of it (SnapStart). Elsewhere nobody asks.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/snapstart-runtime-hooks-java.html">Runtime hooks</a>
 */
@Singleton
public final class Snapshots implements Resource {

    private final List<Suspendable> parts;

    Snapshots(@All List<Suspendable> parts) {
        this.parts = parts.stream()
                .sorted(Comparator.comparingInt(Suspendable::order))
                .toList();
    }

    /** The context holds its resources weakly; this bean is there as long as the process. */
    void register(@Observes StartupEvent start) {
        Core.getGlobalContext().register(this);
    }

    @Override
    public void beforeCheckpoint(Context<? extends Resource> context) {
        parts.forEach(Suspendable::suspend);
    }

    @Override
    public void afterRestore(Context<? extends Resource> context) {
        parts.reversed().forEach(Suspendable::resume);
    }
}
