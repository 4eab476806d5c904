package dev.krakenflow.engine;

import dev.krakenflow.failure.Failure;
import dev.krakenflow.failure.FailurePlace;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.smallrye.mutiny.subscription.UniSubscriber;
import io.smallrye.mutiny.subscription.UniSubscription;
import java.time.Duration;

/**
 * Makes a call that failed again, as its rule says, after a pause. One that would end too late is not begun: the call fails
 * at once as it would then. A cancelled call is never made again.
 */
final class RetriedCall implements Call {
    private final Call call;
    private final RetryRule rule;
    private final RetryPauses pauses;
    private final Scheduler scheduler;

    RetriedCall(Call call, RetryRule rule, RetryPauses pauses, Scheduler scheduler) {
        this.call = call;
        this.rule = rule;
        this.pauses = pauses;
        this.scheduler = scheduler;
    }

    @Override
    public Uni<Object> call(CallFrame frame, Deadline deadline) {
        return Uni.createFrom().emitter(emitter -> {
            Attempts attempts = new Attempts(frame, deadline, emitter);
            emitter.onTermination(attempts.underWay::cancel);
            attempts.next();
        });
    }

    /** The attempts of one call, each of which begins behind the end of the one before. */
    private final class Attempts implements UniSubscriber<Object> {
        private final CallFrame frame;
        private final Deadline deadline;
        private final UniEmitter<? super Object> emitter;
        private final UnderWay underWay = new UnderWay();
        private int attempt;

        Attempts(CallFrame frame, Deadline deadline, UniEmitter<? super Object> emitter) {
            this.frame = frame;
            this.deadline = deadline;
            this.emitter = emitter;
        }

        void next() {
            if (!underWay.isCancelled()) {
                frame.tries(++attempt);
                call.call(frame, deadline).subscribe().withSubscriber(this);
            }
        }

        @Override
        public void onSubscribe(UniSubscription subscription) {
            underWay.is(subscription);
        }

        @Override
        public void onItem(Object item) {
            emitter.complete(item);
        }

        @Override
        public void onFailure(Throwable thrown) {
            try {
                RunException failed = Failures.of(thrown, STEP);
                if (rule.repeats(failed, attempt, frame)) {
                    pause(pauses.after(attempt, failed.failure()), failed.failure());
                } else {
                    emitter.fail(thrown);
                }
            } catch (Throwable failed) {
                emitter.fail(failed);
            }
        }

        private void pause(long nanos, Failure last) {
            if (deadline.passed(scheduler.nanoTime() + nanos)) {
                throw tooLate(last);
            }
            if (nanos == 0) {
                scheduler.soon(this::next);
            } else {
                underWay.is(scheduler.after(Duration.ofNanos(nanos), this::next));
            }
        }

        private RunException tooLate(Failure last) {
            RunException over =
                    deadline.exception("no time is left for another attempt, the last one failed with " + last.code());
            return over.with(over.failure().at(FailurePlace.NOWHERE.withStep(STEP)));
        }
    }
}
