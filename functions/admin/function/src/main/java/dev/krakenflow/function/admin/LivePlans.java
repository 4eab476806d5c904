package dev.krakenflow.function.admin;

import io.smallrye.mutiny.Uni;
import java.util.Set;

/** Who wants to know, in this process and at once, that plans have changed. Thread-safe. */
@FunctionalInterface
public interface LivePlans {

    /**
     * Something that runs has changed.
     *
     * @param pipelines those that have another plan, another status, or none any more
     * @param routing whether routes or triggers may have changed
     * @return ends when that is live here; the answer of the admin call waits for it
     */
    Uni<Void> changed(Set<String> pipelines, boolean routing);
}
