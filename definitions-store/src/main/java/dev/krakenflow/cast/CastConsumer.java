package dev.krakenflow.cast;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Who runs what is cast, one in a process, with connections of its own. While it is asked for more, the queue knows that
 * somebody is there; what a consumer held that has not been heard of for a while goes to the others. Every {@code Uni}
 * fails with {@code StoreUnavailableException} when the queue does not answer; the caller tries again. {@link #take} is
 * asked by one caller at a time, the rest is thread-safe.
 */
public interface CastConsumer {

    /**
     * The next deliveries: new ones, those whose time has come again, and those of consumers that are gone. Each is this
     * consumer's until it is settled, however long that takes.
     *
     * @param room pipeline → how many more of its deliveries may run; of a pipeline that is not in it, {@code others}
     * @return waits about a second where there is nothing, and gives an empty list then
     */
    Uni<List<Delivery>> take(Map<String, Integer> room, int others);

    /**
     * Tells what became of the events of a delivery, which is no longer this consumer's then; in one step. Settling what
     * went to somebody else meanwhile does no harm.
     *
     * @param states of the delivery's events by their references: {@code Done}, {@code Dead}, or {@code Failed}: those are
     *     delivered again, together
     * @param again when, from now
     */
    Uni<Void> settle(Delivery delivery, Map<String, CastState> states, Duration again);

    /** What it holds goes to the others at once, and it is no consumer any more. */
    Uni<Void> close();
}
