package dev.krakenflow.engine;

import dev.krakenflow.failure.Failure;
import io.smallrye.mutiny.Uni;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Answers with a result that was kept, as long as it is fresh; else makes the call, once for all who ask for the same
 * meanwhile, and keeps what it gives. When the service fails, a result that is not fresh any more may stand in.
 *
 * @param call gives results of the function, objects
 */
record CachedCall(CacheKey key, KeptResults results, Flights flights, TimeLimit time, Scheduler scheduler, Call call)
        implements Call {
    private static final CodePatterns STALE_INSTEAD = new CodePatterns(Set.of(
            "http.5xx", "communication", "timeout", "bad-response", "circuit-open", "bulkhead-full", "rate-limited"));

    @Override
    public Uni<Object> call(CallFrame frame, Deadline deadline) {
        return Uni.createFrom().deferred(() -> {
            String name = key.of(frame);
            Call kept = (own, until) -> results.get(name)
                    .chain(found -> found != null && found.isFresh(scheduler.nanoTime())
                            ? kept(found, CacheUse.HIT, own)
                            : made(name, found, own, until));
            return time.until(deadline, flights.share(name, frame, deadline, kept));
        });
    }

    private static Uni<Object> kept(KeptResult found, CacheUse use, CallFrame frame) {
        frame.cached(use);
        return Uni.createFrom().item(found.value());
    }

    @SuppressWarnings("unchecked")
    private Uni<Object> made(String name, @Nullable KeptResult found, CallFrame frame, Deadline deadline) {
        frame.cached(CacheUse.MISS);
        Uni<Object> made =
                call.call(frame, deadline).onItem().invoke(result -> results.put(name, (Map<String, Object>) result));
        return found == null
                ? made
                : made.onFailure(thrown -> standsIn(found, thrown, deadline))
                        .recoverWithUni(() -> kept(found, CacheUse.STALE, frame));
    }

    private boolean standsIn(KeptResult found, Throwable thrown, Deadline deadline) {
        RunException failed = Failures.of(thrown, STEP);
        Failure failure = failed.failure();
        long now = scheduler.nanoTime();
        boolean ofTheCall = STEP.equals(failure.place().step());
        return ofTheCall
                && found.isKept(now)
                && !deadline.passed(now)
                && (failed.over() != null || STALE_INSTEAD.match(failure));
    }
}
