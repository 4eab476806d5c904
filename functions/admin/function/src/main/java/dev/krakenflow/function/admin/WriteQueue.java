package dev.krakenflow.function.admin;

import dev.krakenflow.engine.Scheduler;
import dev.krakenflow.failure.FailureCode;
import dev.krakenflow.function.http.RequestException;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.time.Duration;
import java.util.LinkedHashSet;
import org.jspecify.annotations.Nullable;

/**
 * Lets the writes of this process come one after another, first come, first served: those that would meet in the store
 * only disturb each other. Who cancels, or waits for too long, gives the place up. Thread-safe.
 */
final class WriteQueue {

    static final int LONGEST = 1_000;
    static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Scheduler scheduler;
    private final LinkedHashSet<Place> places = new LinkedHashSet<>();

    WriteQueue(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    /**
     * The work when its turn has come, in a place of its own for each subscription.
     *
     * @return fails with {@code overloaded}, and does nothing, where too many wait or the turn does not come in time
     */
    <T> Uni<T> inTurn(Uni<T> work) {
        return Uni.createFrom().deferred(() -> {
            Place place = join();
            return place.turn().chain(() -> work).onTermination().invoke(place::leave);
        });
    }

    private synchronized Place join() {
        if (places.size() >= LONGEST) {
            throw overloaded("at most " + LONGEST + " writes may wait in a process");
        }
        Place place = new Place();
        places.add(place);
        return place;
    }

    /** The next in turn, if it was the first who left. */
    private synchronized @Nullable Place remove(Place place) {
        boolean first = !places.isEmpty() && places.getFirst() == place;
        return places.remove(place) && first && !places.isEmpty() ? places.getFirst() : null;
    }

    private static RequestException overloaded(String detail) {
        return RequestException.of(FailureCode.OVERLOADED, detail + "; nothing was written");
    }

    private final class Place {

        private @Nullable UniEmitter<? super Boolean> waiting;

        Uni<Boolean> turn() {
            return Uni.createFrom().emitter(emitter -> {
                if (!waits(emitter)) {
                    emitter.complete(true);
                    return;
                }
                Cancellable timer = scheduler.after(
                        PATIENCE, () -> emitter.fail(overloaded("the writes before this one take too long")));
                emitter.onTermination(timer::cancel);
            });
        }

        private boolean waits(UniEmitter<? super Boolean> emitter) {
            synchronized (WriteQueue.this) {
                if (places.getFirst() == this) {
                    return false;
                }
                waiting = emitter;
                return true;
            }
        }

        void leave() {
            Place next = remove(this);
            if (next != null) {
                // Later, because the next may be done at once, and the one after it, and so on.
                scheduler.soon(next::turnCame);
            }
        }

        private void turnCame() {
            UniEmitter<? super Boolean> emitter;
            synchronized (WriteQueue.this) {
                emitter = waiting;
            }
            if (emitter != null) {
                emitter.complete(true);
            }
        }
    }
}
