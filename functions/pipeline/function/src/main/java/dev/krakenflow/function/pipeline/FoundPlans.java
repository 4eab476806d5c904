package dev.krakenflow.function.pipeline;

import dev.krakenflow.function.http.RequestException;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/** The plans that one call runs, held until it is done, and why others cannot be run. Thread-safe. */
final class FoundPlans {

    private static final int AT_ONCE = 16;

    private final Map<String, SharedRunner> runners = new ConcurrentHashMap<>();
    private final Map<String, Throwable> refused = new ConcurrentHashMap<>();

    private FoundPlans() {}

    /** Looks for all of these pipelines; never fails. */
    static Uni<FoundPlans> of(Collection<String> pipelines, PlanCache plans) {
        FoundPlans found = new FoundPlans();
        return Multi.createFrom()
                .iterable(pipelines)
                .onItem()
                .transformToUni(pipeline -> plans.find(pipeline)
                        .invoke(runner -> found.runners.put(pipeline, runner))
                        .onFailure()
                        .invoke(reason -> found.refused.put(pipeline, reason))
                        .onFailure()
                        .recoverWithNull())
                .merge(AT_ONCE)
                .collect()
                .last()
                .replaceWith(found);
    }

    /** The runners by the names of their pipelines. */
    Map<String, SharedRunner> runners() {
        return new TreeMap<>(runners);
    }

    /**
     * The pipelines that cannot be called, and why.
     *
     * @throws RuntimeException when it is not for a reason of theirs
     */
    Map<String, RequestException> refused() {
        Map<String, RequestException> reasons = new TreeMap<>();
        refused.forEach((pipeline, reason) -> {
            if (!(reason instanceof RequestException own)) {
                throw reason instanceof RuntimeException other ? other : new IllegalStateException(reason);
            }
            reasons.put(pipeline, own);
        });
        return reasons;
    }

    /** The pipelines that cannot be called for a reason of this kind. */
    Set<String> refusedBy(Predicate<Throwable> reason) {
        Set<String> pipelines = new TreeSet<>();
        refused.forEach((pipeline, given) -> {
            if (reason.test(given)) {
                pipelines.add(pipeline);
            }
        });
        return pipelines;
    }

    void release() {
        runners.values().forEach(SharedRunner::release);
    }
}
