package dev.krakenflow.function.pipeline;

import dev.krakenflow.cast.CastEvent;
import dev.krakenflow.failure.Failure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The events of one pipeline on their way into its queue, and what their caster is told of each. Used by one at a time. */
final class CastOffer {

    private final @Nullable CastTicket[] tickets;
    private final List<CastEvent> events = new ArrayList<>();
    private final List<Integer> places = new ArrayList<>();

    /** @param size how many events the caster sent */
    CastOffer(int size) {
        this.tickets = new CastTicket[size];
    }

    /** An event that can be taken. */
    void add(int place, CastEvent event) {
        events.add(event);
        places.add(place);
    }

    /** An event that cannot. */
    void refuse(int place, Failure failure) {
        tickets[place] = new CastTicket.Refused(failure);
    }

    /** What is to be taken, in order. */
    List<CastEvent> events() {
        return events;
    }

    /** One of what is to be taken cannot be. */
    void refuseEvent(int index, Failure failure) {
        events.remove(index);
        refuse(places.remove(index), failure);
    }

    /** Some of what is to be taken cannot be. */
    void refuseEvents(Collection<Integer> indexes, Failure failure) {
        indexes.stream().sorted(Comparator.reverseOrder()).forEach(index -> refuseEvent(index, failure));
    }

    /** All that is to be taken was. */
    void taken(List<String> references) {
        for (int i = 0; i < references.size(); i++) {
            tickets[places.get(i)] = new CastTicket.Taken(references.get(i));
        }
    }

    /** What the caster is told of each event. */
    List<CastTicket> tickets() {
        return List.copyOf(Arrays.asList(tickets));
    }
}
