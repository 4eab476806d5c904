package dev.krakenflow.engine;

import dev.krakenflow.engine.client.ClientException;
import dev.krakenflow.failure.Failure;
import dev.krakenflow.failure.FailureCode;
import dev.krakenflow.failure.Upstream;
import io.smallrye.mutiny.Uni;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What the calls of a stage that can be undone may have done: those that were answered, and those of which nobody knows.
 * Thread-safe, because answers come on any thread.
 */
final class Effects {
    private static final int CLIENT_ERRORS = 4;
    private static final Set<String> NOTHING_SENT = Set.of(
            FailureCode.CIRCUIT_OPEN.code(),
            FailureCode.BULKHEAD_FULL.code(),
            FailureCode.RATE_LIMITED.code(),
            FailureCode.EGRESS_DENIED.code(),
            FailureCode.SERVICE_NOT_READY.code());

    private final CompensationRunner compensation;
    private final AtomicInteger possible = new AtomicInteger();

    Effects(CompensationRunner compensation) {
        this.compensation = compensation;
    }

    /** What undoes the stage. */
    CompensationRunner compensation() {
        return compensation;
    }

    /** An attempt that is made now. */
    Uni<Object> of(Uni<Object> attempt) {
        possible.incrementAndGet();
        return attempt.onFailure(Effects::didNothing).invoke(possible::decrementAndGet);
    }

    /** Whether a call that was made may have done something: answered, cut short, or failed without a clear word. */
    boolean mayHaveHappened() {
        return possible.get() > 0;
    }

    private static boolean didNothing(Throwable thrown) {
        if (!(thrown instanceof ClientException refused)) {
            return false;
        }
        Failure failure = refused.failure();
        Upstream upstream = failure.upstream();
        boolean refusedByService = upstream != null && upstream.status() / 100 == CLIENT_ERRORS;
        return refused.isUnsent() || refusedByService || NOTHING_SENT.contains(failure.code());
    }
}
