package dev.krakenflow.engine;

import dev.krakenflow.failure.Failure;
import dev.krakenflow.failure.FailureCode;
import dev.krakenflow.failure.FailurePlace;
import dev.krakenflow.memo.MemoKey;
import dev.krakenflow.store.StoreUnavailableException;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The queues of those who want one memo: first come, first served, within one process. Thread-safe. */
final class MemoQueues {
    private static final int LONGEST = 10_000;

    private final Scheduler scheduler;
    private final Map<MemoKey, LinkedHashSet<Place>> queues = new HashMap<>();

    MemoQueues(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    /**
     * Joins the queue of a memo. Whoever joined must leave.
     *
     * @throws RunException {@code overloaded} when it is too long
     */
    synchronized Place join(MemoKey key) {
        LinkedHashSet<Place> queue = queues.computeIfAbsent(key, none -> new LinkedHashSet<>());
        if (queue.size() == LONGEST) {
            String detail = "at most " + LONGEST + " events may wait for one memo";
            throw new RunException(Failure.of(FailureCode.OVERLOADED, detail), null);
        }
        Place place = new Place(key);
        queue.add(place);
        return place;
    }

    private boolean isFirst(Place place) {
        LinkedHashSet<Place> queue = queues.get(place.key);
        return queue != null && queue.getFirst() == place;
    }

    private synchronized @Nullable Place leave(Place place) {
        boolean first = isFirst(place);
        LinkedHashSet<Place> queue = queues.get(place.key);
        if (queue == null || !queue.remove(place)) {
            return null;
        }
        if (queue.isEmpty()) {
            queues.remove(place.key);
            return null;
        }
        return first ? queue.getFirst() : null;
    }

    /** Takes everybody out who waits behind this place; nobody when it is not the first. */
    private synchronized List<UniEmitter<? super Boolean>> clearBehind(Place place) {
        List<UniEmitter<? super Boolean>> cleared = new ArrayList<>();
        LinkedHashSet<Place> queue = queues.get(place.key);
        if (queue != null && queue.getFirst() == place) {
            for (Place other : List.copyOf(queue)) {
                UniEmitter<? super Boolean> waiting = other.waiting;
                // Who has just joined and does not wait yet will have its turn.
                if (other != place && waiting != null) {
                    queue.remove(other);
                    cleared.add(waiting);
                }
            }
        }
        return cleared;
    }

    /** How many memos somebody waits for or holds. */
    synchronized int size() {
        return queues.size();
    }

    /** A place in a queue. */
    final class Place {
        private final MemoKey key;
        private @Nullable UniEmitter<? super Boolean> waiting;

        private Place(MemoKey key) {
            this.key = key;
        }

        /** Answers when everybody before has left; fails at the deadline. */
        Uni<Boolean> turn(Deadline deadline) {
            return Uni.createFrom().emitter(emitter -> {
                if (!waits(emitter)) {
                    emitter.complete(true);
                    return;
                }
                Cancellable timer =
                        scheduler.after(deadline.left(scheduler.nanoTime()), () -> emitter.fail(over(deadline)));
                emitter.onTermination(timer::cancel);
            });
        }

        private boolean waits(UniEmitter<? super Boolean> emitter) {
            synchronized (MemoQueues.this) {
                if (isFirst(this)) {
                    return false;
                }
                waiting = emitter;
                return true;
            }
        }

        private static RunException over(Deadline deadline) {
            Failure failure = deadline.failure().at(FailurePlace.NOWHERE.withStep(MemoSource.STEP));
            return new RunException(failure, null, deadline);
        }

        /** Gives the place up, whether its turn came or not. Not only once. */
        void leave() {
            Place next = MemoQueues.this.leave(this);
            if (next != null) {
                // Later, because the next may be done at once, and the one after it, and so on.
                scheduler.soon(next::turnCame);
            }
        }

        /**
         * What the first in the queue asks the store. When that is unavailable, it is so for everybody who waits at that
         * moment: they fail with it, so that not each of them finds out for itself. Who joins later tries anew.
         */
        <T> Uni<T> asks(Uni<T> store) {
            return store.onFailure(thrown -> thrown.getCause() instanceof StoreUnavailableException)
                    .invoke(thrown -> clearBehind(this).forEach(emitter -> scheduler.soon(() -> emitter.fail(thrown))));
        }

        private void turnCame() {
            UniEmitter<? super Boolean> emitter;
            synchronized (MemoQueues.this) {
                emitter = waiting;
            }
            if (emitter != null) {
                emitter.complete(true);
            }
        }
    }
}
