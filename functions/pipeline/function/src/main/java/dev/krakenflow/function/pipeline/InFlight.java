package dev.krakenflow.function.pipeline;

import dev.krakenflow.failure.FailureCode;
import dev.krakenflow.function.http.RequestException;
import io.smallrye.mutiny.Uni;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/** The most events that this process runs at once; who comes when it is full is refused, not queued. Thread-safe. */
final class InFlight {

    private final Semaphore room;
    private final int most;

    InFlight(int most) {
        this.room = new Semaphore(most);
        this.most = most;
    }

    /** Does work that runs so many events at once, or fails with {@code overloaded}. More than fit count as all. */
    <T> Uni<T> admit(int events, Supplier<Uni<T>> work) {
        return Uni.createFrom().deferred(() -> {
            int share = take(events);
            return Ending.once(work.get(), () -> giveBack(share));
        });
    }

    /**
     * Takes places for so many events; more than fit count as all.
     *
     * @return how many it took, to {@link #giveBack}
     * @throws RequestException {@code overloaded}
     */
    int take(int events) {
        int share = Math.min(events, most);
        if (!room.tryAcquire(share)) {
            throw RequestException.of(FailureCode.OVERLOADED, "too many events are under way in this process");
        }
        return share;
    }

    void giveBack(int share) {
        room.release(share);
    }
}
