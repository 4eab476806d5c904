package dev.krakenflow.function.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.krakenflow.function.http.RequestException;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class EndingTest {

    private final AtomicInteger ends = new AtomicInteger();
    private final Queue<Runnable> onItsWay = new ArrayDeque<>();

    @Test
    void comesOnceThoughWhatHasEndedIsCancelled() {
        Cancellable work = begin(Uni.createFrom().item(1));
        assertThat(ends).hasValue(1);
        work.cancel();
        assertThat(ends).hasValue(1);
    }

    @Test
    void comesOnceThoughWhatHasFailedIsCancelled() {
        Cancellable work = begin(Uni.createFrom().failure(new IllegalStateException("expected")));
        work.cancel();
        assertThat(ends).hasValue(1);
    }

    @Test
    void comesWhenTheWorkIsCancelled() {
        Cancellable work = begin(Uni.createFrom().nothing());
        assertThat(ends).hasValue(0);
        work.cancel();
        assertThat(ends).hasValue(1);
    }

    @Test
    void givesBackNoMorePlacesThanWereTaken() {
        InFlight one = new InFlight(1);
        begin(one.admit(1, () -> Uni.createFrom().item(1))).cancel();
        assertThat(one.take(1)).isEqualTo(1);
        assertThatThrownBy(() -> one.take(1)).isInstanceOf(RequestException.class);
    }

    /** Work whose outcome waits on its way to another thread. */
    private Cancellable begin(Uni<Integer> work) {
        return Ending.once(work, ends::incrementAndGet)
                .emitOn(onItsWay::add)
                .subscribe()
                .with(item -> {}, failed -> {});
    }
}
