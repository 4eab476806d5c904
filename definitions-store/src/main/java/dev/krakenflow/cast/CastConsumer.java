package dev.krakenflow.cast;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Who runs what is cast, one in a process, with connections of its own. From when it is first asked for deliveries until it
 * is closed or its process ends the queue knows that somebody is there; what a consumer held that has not been heard of for
 * a while goes to the others. Every {@code Uni} fails with {@code StoreUnavailableException} when the queue does not answer;
 * the caller tries again. {@link #take} is asked by one caller at a time, the rest is thread-safe. Items may be given on an
 * event loop.
 */
public interface CastConsumer {

    /**
     * The next deliveries: new ones, those whose time has come again, and those of consumers that are gone. Each is this
     * consumer's until it is settled, however long that takes.
     *
     * @return where there is nothing, or no room, waits about a second and gives an empty list then; earlier when {@link
     *     #wake} is called, so that the caller can ask with the room that there is now
     */
    Uni<List<Delivery>> take(Room room);

    /** There is more room: the wait of the take that is under way, else of the next one, ends at once. Never blocks. */
    void wake();

    /**
     * Tells what became of the events of a delivery, which is no longer this consumer's then; in one step. Settling what
     * went to somebody else meanwhile does no harm: those that are done are done. It may be told again when it failed.
     *
     * @param states of the delivery's events by their references: {@code Done} or {@code TooLarge}, {@code Dead}, or {@code
     *     Failed}: those are delivered again, together, and with them as they were those without a state. When none has failed
     *     the next delivery has the number of this one: it does not count
     * @param again when, from now
     */
    Uni<Void> settle(Delivery delivery, Map<String, CastState> states, Duration again);

    /** What it holds goes to the others at once, and it is no consumer any more: it cannot be asked again. */
    Uni<Void> close();
}
