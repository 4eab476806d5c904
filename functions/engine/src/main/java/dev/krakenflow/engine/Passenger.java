package dev.krakenflow.engine;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import org.jspecify.annotations.Nullable;

/** One who waits for a call that others wait for too. Thread-safe. */
final class Passenger {
    private final Flights flights;
    private final String key;
    private final CallFrame frame;
    private final Deadline deadline;
    private final Call call;
    private final UniEmitter<? super Object> emitter;
    private volatile @Nullable Flight flight;
    private volatile boolean gone;

    Passenger(
            Flights flights,
            String key,
            CallFrame frame,
            Deadline deadline,
            Call call,
            UniEmitter<? super Object> emitter) {
        this.flights = flights;
        this.key = key;
        this.frame = frame;
        this.deadline = deadline;
        this.call = call;
        this.emitter = emitter;
    }

    String key() {
        return key;
    }

    Deadline deadline() {
        return deadline;
    }

    /** The frame of a flight that this one begins: the path is told nothing, for it may go on without this one. */
    CallFrame unwatched() {
        return frame.unwatched();
    }

    /** The call that this one makes when there is no other. */
    Uni<Object> call(CallFrame own) {
        return call.call(own, deadline);
    }

    /** Waits for the flight of its key, and begins it where there is none. */
    void boards() {
        if (gone) {
            return;
        }
        Flight boarded = flights.board(this);
        if (!boarded.isOf(this)) {
            frame.cached(CacheUse.SHARED);
        }
        flight = boarded;
        if (gone) {
            boarded.leaves(this);
        }
        boarded.begins(this);
    }

    /** Waits no more; not only once. */
    void leaves() {
        gone = true;
        Flight boarded = flight;
        if (boarded != null) {
            boarded.leaves(this);
        }
    }

    /** As many calls were made until now. */
    void counts(int calls) {
        frame.shares(calls);
    }

    void answered(Object item) {
        emitter.complete(item);
    }

    void failed(RunException failure) {
        emitter.fail(failure);
    }
}
