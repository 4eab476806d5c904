package dev.krakenflow.engine;

import dev.krakenflow.failure.FailureCode;
import io.smallrye.mutiny.Uni;
import java.time.Duration;

/**
 * Gives an attempt its time: the function's own timeout, or what is left of the stage and the run if that is less.
 * Cancels the call when it is over.
 */
final class AttemptTimeout implements Call {
    private final Call call;
    private final Scheduler scheduler;
    private final TimeLimit limit;
    private final long nanos;
    private final String detail;

    AttemptTimeout(Call call, Duration timeout, Scheduler scheduler) {
        this.call = call;
        this.scheduler = scheduler;
        this.limit = new TimeLimit(scheduler);
        this.nanos = Deadline.nanos(timeout);
        this.detail = "the service did not answer within " + timeout.toMillis() + " ms";
    }

    @Override
    public Uni<Object> call(CallFrame frame, Deadline whole) {
        return Uni.createFrom().emitter(emitter -> {
            long now = scheduler.nanoTime();
            Deadline deadline = whole.orEarlier(new Deadline(now + nanos, FailureCode.TIMEOUT, detail));
            limit.start(call.call(frame, deadline), now, deadline, whole, emitter);
        });
    }
}
