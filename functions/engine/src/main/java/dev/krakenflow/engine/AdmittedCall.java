package dev.krakenflow.engine;

import dev.krakenflow.failure.FailurePlace;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.smallrye.mutiny.subscription.UniSubscriber;
import io.smallrye.mutiny.subscription.UniSubscription;

/** Makes a call when there is a place for it, and gives the place back when the call is over. */
record AdmittedCall(Compartment compartment, Scheduler scheduler, Call call) implements Call {

    @Override
    public Uni<Object> call(CallFrame frame, Deadline deadline) {
        return Uni.createFrom().emitter(emitter -> new Admission(frame, deadline, emitter).start());
    }

    /** One call from its wish for a place to its end. */
    private final class Admission extends Compartment.Guest implements UniSubscriber<Object> {
        private final CallFrame frame;
        private final Deadline deadline;
        private final UniEmitter<? super Object> emitter;
        private final UnderWay timer = new UnderWay();
        private final UnderWay attempt = new UnderWay();

        Admission(CallFrame frame, Deadline deadline, UniEmitter<? super Object> emitter) {
            this.frame = frame;
            this.deadline = deadline;
            this.emitter = emitter;
        }

        void start() {
            emitter.onTermination(this::leaves);
            if (compartment.enter(this)) {
                enters();
            } else {
                timer.is(scheduler.after(deadline.left(scheduler.nanoTime()), this::tooLate));
            }
        }

        @Override
        void enters() {
            timer.cancel();
            if (!attempt.isCancelled()) {
                call.call(frame, deadline).subscribe().withSubscriber(this);
            }
        }

        private void tooLate() {
            leaves();
            RunException over = deadline.exception();
            emitter.fail(over.with(over.failure().at(FailurePlace.NOWHERE.withStep(STEP))));
        }

        private void leaves() {
            timer.cancel();
            attempt.cancel();
            compartment.leave(this);
        }

        @Override
        public void onSubscribe(UniSubscription subscription) {
            attempt.is(subscription);
        }

        @Override
        public void onItem(Object item) {
            compartment.leave(this);
            emitter.complete(item);
        }

        @Override
        public void onFailure(Throwable failure) {
            compartment.leave(this);
            emitter.fail(failure);
        }
    }
}
