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
            int share = Math.min(events, most);
            if (!room.tryAcquire(share)) {
                return Uni.createFrom().failure(InFlight::full);
            }
            return work.get().onTermination().invoke(() -> room.release(share));
        });
    }

    private static RequestException full() {
        return RequestException.of(FailureCode.OVERLOADED, "too many events are under way in this process");
    }
}
