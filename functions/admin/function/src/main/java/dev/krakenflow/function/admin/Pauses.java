package dev.krakenflow.function.admin;

import dev.krakenflow.engine.Scheduler;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Pauses between tries to write what other processes change too: random, so that two that met do not meet again, and
 * longer on average with each try. Thread-safe when its generator is.
 */
final class Pauses {

    private static final long SHORTEST_NANOS = 1_000_000;
    private static final long FIRST_NANOS = 10_000_000;
    private static final int MOST_DOUBLINGS = 4;

    private final Scheduler scheduler;
    private final RandomGenerator random;

    Pauses(Scheduler scheduler, RandomGenerator random) {
        this.scheduler = scheduler;
        this.random = random;
    }

    /**
     * Answers when the pause is over.
     *
     * @param tries how many were made, at least 1
     */
    Uni<Boolean> after(int tries) {
        return Uni.createFrom().emitter(emitter -> {
            Cancellable timer = scheduler.after(length(tries), () -> emitter.complete(true));
            emitter.onTermination(timer::cancel);
        });
    }

    private Duration length(int tries) {
        long longest = FIRST_NANOS << Math.min(tries - 1, MOST_DOUBLINGS);
        return Duration.ofNanos(random.nextLong(SHORTEST_NANOS, longest + 1));
    }
}
