package dev.krakenflow.engine;

import dev.krakenflow.engine.client.ClientException;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniSubscriber;
import io.smallrye.mutiny.subscription.UniSubscription;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** One call that several wait for. Thread-safe. */
final class Flight implements UniSubscriber<Object> {
    private final Flights flights;
    private final Passenger first;
    private final CallFrame frame;
    private final UnderWay underWay = new UnderWay();
    private final Set<Passenger> passengers = new LinkedHashSet<>();
    private boolean over;

    /** @param first makes the call */
    Flight(Flights flights, Passenger first) {
        this.flights = flights;
        this.first = first;
        this.frame = first.unwatched();
        passengers.add(first);
    }

    String key() {
        return first.key();
    }

    /** Whether this one makes the call. */
    boolean isOf(Passenger passenger) {
        return passenger == first;
    }

    /** One more waits; false when it is too late for that. */
    synchronized boolean takes(Passenger passenger) {
        return !over && passengers.add(passenger);
    }

    /** Makes the call, if it is for this one to make, and somebody waits for it still. */
    void begins(Passenger passenger) {
        if (isOf(passenger) && !underWay.isCancelled()) {
            Uni.createFrom().deferred(() -> first.call(frame)).subscribe().withSubscriber(this);
        }
    }

    /** One waits no more; the last stops the call. */
    void leaves(Passenger passenger) {
        synchronized (this) {
            if (over || !passengers.remove(passenger)) {
                return;
            }
            passenger.counts(frame.calls());
            over = passengers.isEmpty();
            if (!over) {
                return;
            }
        }
        flights.ends(this);
        underWay.cancel();
    }

    @Override
    public void onSubscribe(UniSubscription subscription) {
        underWay.is(subscription);
    }

    @Override
    public void onItem(Object item) {
        lands(passenger -> passenger.answered(item));
    }

    @Override
    public void onFailure(Throwable thrown) {
        if (thrown instanceof ClientException refused && refused.beforeTheCall()) {
            frame.notCalled();
        }
        long now = flights.scheduler().nanoTime();
        RunException failed = first.deadline().over(Failures.of(thrown, Call.STEP), now);
        lands(passenger -> {
            if (failed.over() == null || passenger == first) {
                passenger.failed(failed);
            } else {
                passenger.boards();
            }
        });
    }

    private void lands(Consumer<Passenger> told) {
        List<Passenger> all;
        synchronized (this) {
            over = true;
            all = List.copyOf(passengers);
            passengers.clear();
        }
        flights.ends(this);
        for (Passenger passenger : all) {
            passenger.counts(frame.calls());
            if (passenger == first) {
                told.accept(passenger);
            } else {
                // Later, because each of them may go on for a while.
                flights.scheduler().soon(() -> told.accept(passenger));
            }
        }
    }
}
