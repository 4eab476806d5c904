package dev.krakenflow.engine;

import dev.krakenflow.failure.Failure;
import dev.krakenflow.failure.FailurePlace;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.smallrye.mutiny.subscription.UniSubscriber;
import io.smallrye.mutiny.subscription.UniSubscription;
import org.jspecify.annotations.Nullable;

/** Waits for something on the way to a service, but no longer than there is time, and cancels it then. */
final class TimeLimit {
    private final Scheduler scheduler;

    TimeLimit(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    /** Subscribes to it on subscription. */
    <T> Uni<T> until(Deadline deadline, Uni<T> work) {
        return Uni.createFrom().emitter(emitter -> start(work, scheduler.nanoTime(), deadline, deadline, emitter));
    }

    /**
     * Subscribes to it now.
     *
     * @param now the moment
     * @param deadline when it must be over
     * @param whole the time of all that goes on, which has its own failure: the same as the deadline, or a later one
     */
    <T> void start(Uni<T> work, long now, Deadline deadline, Deadline whole, UniEmitter<? super T> emitter) {
        if (deadline.passed(now)) {
            emitter.fail(over(deadline, whole));
            return;
        }
        Answer<T> answer = new Answer<>(emitter);
        work.subscribe().withSubscriber(answer);
        if (answer.there) {
            return;
        }
        Cancellable timer = scheduler.after(deadline.left(now), () -> {
            answer.cancel();
            emitter.fail(over(deadline, whole));
        });
        emitter.onTermination(() -> {
            timer.cancel();
            answer.cancel();
        });
    }

    private static RunException over(Deadline deadline, Deadline whole) {
        Failure failure = deadline.failure().at(FailurePlace.NOWHERE.withStep(Call.STEP));
        return new RunException(failure, null, deadline == whole ? whole : null);
    }

    /** Passes the answer on, and remembers that no timer is needed for it. */
    private static final class Answer<T> implements UniSubscriber<T>, Cancellable {
        private final UniEmitter<? super T> emitter;
        private @Nullable Cancellable work;
        private volatile boolean there;

        Answer(UniEmitter<? super T> emitter) {
            this.emitter = emitter;
        }

        /** The first that happens to it. */
        @Override
        public void onSubscribe(UniSubscription subscription) {
            work = subscription;
        }

        @Override
        public void onItem(T item) {
            there = true;
            emitter.complete(item);
        }

        @Override
        public void onFailure(Throwable failure) {
            there = true;
            emitter.fail(failure);
        }

        @Override
        public void cancel() {
            if (work != null) {
                work.cancel();
            }
        }
    }
}
