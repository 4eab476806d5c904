package dev.krakenflow.cast;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known of events whose queue is elsewhere: such a queue only carries them. Every {@code Uni} does its work on
 * subscription, may be subscribed again, and fails with {@code StoreUnavailableException} when there is no answer in time.
 * Thread-safe.
 */
public interface CastStates {

    /** How long an event is known that is not done: as long as a queue may keep it. */
    Duration OPEN = Duration.ofDays(14);

    /** Claims the keys of the events of a cast and knows the events as pending; all or none. */
    Uni<CastClaim> begin(Cast cast);

    /** The queue has these: who offers one again under its key does not send it again. */
    Uni<Void> sent(Collection<String> references);

    /** Counts a delivery of each of these that is to run: what is neither done nor dead, or not known, or not any more. */
    Uni<CastDelivery> deliver(Collection<String> references);

    /**
     * Tells what became of events that were delivered; in one step. What is done stays done.
     *
     * @param states by references; an event without one was not run, and its delivery does not count
     */
    Uni<Void> settle(Collection<String> references, Map<String, CastState> states);

    /**
     * Makes events pending that are to be delivered again as if they were new.
     *
     * @return all but those that are done
     */
    Uni<Set<String>> revive(Collection<String> references);

    /** What became of an event; null when its reference is not known, or not any more. */
    Uni<@Nullable CastState> find(String reference);
}
