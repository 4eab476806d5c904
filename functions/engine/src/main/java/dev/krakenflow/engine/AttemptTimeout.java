package dev.krakenflow.engine;

import dev.krakenflow.failure.Failure;
import dev.krakenflow.failure.FailureCode;
import dev.krakenflow.failure.FailurePlace;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.time.Duration;

/**
 * Gives an attempt its time: the function's own timeout, or what is left of the stage and the run if that is less.
 * Cancels the call when it is over.
 */
final class AttemptTimeout implements Call {
    private final Call call;
    private final Scheduler scheduler;
    private final long nanos;
    private final String detail;

    AttemptTimeout(Call call, Duration timeout, Scheduler scheduler) {
        this.call = call;
        this.scheduler = scheduler;
        this.nanos = Deadline.nanos(timeout);
        this.detail = "the service did not answer within " + timeout.toMillis() + " ms";
    }

    @Override
    public Uni<Object> call(CallFrame frame, Deadline deadline) {
        return Uni.createFrom().emitter(emitter -> start(frame, deadline, emitter));
    }

    private void start(CallFrame frame, Deadline whole, UniEmitter<? super Object> emitter) {
        long now = scheduler.nanoTime();
        Deadline deadline = whole.orEarlier(new Deadline(now + nanos, FailureCode.TIMEOUT, detail));
        if (deadline.passed(now)) {
            emitter.fail(over(deadline, whole));
            return;
        }
        Answer answer = new Answer(emitter);
        Cancellable attempt = call.call(frame, deadline).subscribe().with(answer::item, answer::failure);
        if (answer.there) {
            return;
        }
        Cancellable timer = scheduler.after(deadline.left(now), () -> {
            attempt.cancel();
            emitter.fail(over(deadline, whole));
        });
        emitter.onTermination(() -> {
            timer.cancel();
            attempt.cancel();
        });
    }

    private static RunException over(Deadline deadline, Deadline whole) {
        Failure failure = deadline.failure().at(FailurePlace.NOWHERE.withStep(STEP));
        return new RunException(failure, null, deadline == whole ? whole : null);
    }

    /** Passes the answer on, and remembers that no timer is needed for it. */
    private static final class Answer {
        private final UniEmitter<? super Object> emitter;
        private volatile boolean there;

        Answer(UniEmitter<? super Object> emitter) {
            this.emitter = emitter;
        }

        void item(Object item) {
            there = true;
            emitter.complete(item);
        }

        void failure(Throwable failure) {
            there = true;
            emitter.fail(failure);
        }
    }
}
