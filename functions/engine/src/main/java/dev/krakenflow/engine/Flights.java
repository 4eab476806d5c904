package dev.krakenflow.engine;

import io.smallrye.mutiny.Uni;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The calls under way whose answer goes to everybody who asks for the same meanwhile ("single flight"). As many as there are
 * such calls; one for a process. Thread-safe.
 */
final class Flights {
    private final Map<String, Flight> underWay = new ConcurrentHashMap<>();
    private final Scheduler scheduler;

    Flights(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    /**
     * What the call under this key gives that is under way; where there is none, this one is made. It goes on for as long
     * as anybody waits for it. It has the time of the first who asked: when that is over the others ask again.
     */
    Uni<Object> share(String key, CallFrame frame, Deadline deadline, Call call) {
        return Uni.createFrom().emitter(emitter -> {
            Passenger passenger = new Passenger(this, key, frame, deadline, call, emitter);
            emitter.onTermination(passenger::leaves);
            passenger.boards();
        });
    }

    /** Takes a passenger on the flight of its key. */
    Flight board(Passenger passenger) {
        Flight begun = new Flight(this, passenger);
        while (true) {
            Flight other = underWay.putIfAbsent(passenger.key(), begun);
            if (other == null) {
                return begun;
            }
            if (other.takes(passenger)) {
                return other;
            }
            ends(other);
        }
    }

    /** A flight takes nobody any more. */
    void ends(Flight flight) {
        underWay.remove(flight.key(), flight);
    }

    Scheduler scheduler() {
        return scheduler;
    }
}
