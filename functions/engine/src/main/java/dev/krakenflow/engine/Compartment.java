package dev.krakenflow.engine;

import dev.krakenflow.engine.client.ClientException;
import dev.krakenflow.failure.Failure;
import dev.krakenflow.failure.FailureCode;
import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import java.time.Duration;
import java.util.LinkedHashSet;
import org.jspecify.annotations.Nullable;

/**
 * The places for calls of a service, or of one of its functions, that this process makes at the same time, and the queue
 * of those who wait for one: first come, first served. Thread-safe.
 */
final class Compartment {
    private final Bulkhead places;
    private final int longest;
    private final String full;
    private final Scheduler scheduler;
    private final LinkedHashSet<Guest> queue = new LinkedHashSet<>();

    /**
     * @param most calls under way
     * @param longest the queue
     */
    Compartment(int most, int longest, Scheduler scheduler) {
        this.scheduler = scheduler;
        this.longest = longest;
        this.full = most + " calls are under way, and " + longest + " wait";
        BulkheadConfig config = BulkheadConfig.custom()
                .maxConcurrentCalls(most)
                .maxWaitDuration(Duration.ZERO)
                .build();
        this.places = Bulkhead.of("", config);
    }

    /** One who wants a place, once. */
    abstract static class Guest {
        private boolean waits;
        private boolean inside;

        /** There is a place. Called once at most, on any thread, perhaps behind the guest's leaving. */
        abstract void enters();
    }

    /**
     * Takes a place, or waits for one. Whoever entered must leave.
     *
     * @return whether there is a place at once; if not, the guest is told later
     * @throws ClientException {@code bulkhead-full} when too many wait already
     */
    synchronized boolean enter(Guest guest) {
        if (places.tryAcquirePermission()) {
            guest.inside = true;
            return true;
        }
        if (queue.size() >= longest) {
            throw ClientException.inCall(Failure.of(FailureCode.BULKHEAD_FULL, full), null);
        }
        guest.waits = true;
        queue.add(guest);
        return false;
    }

    /** Gives the place back, or waits no more; not only once. */
    void leave(Guest guest) {
        Guest next = left(guest);
        if (next != null) {
            // Later, because the next may be done at once, and the one after it, and so on.
            scheduler.soon(next::enters);
        }
    }

    private synchronized @Nullable Guest left(Guest guest) {
        if (guest.waits) {
            guest.waits = false;
            queue.remove(guest);
            return null;
        }
        if (!guest.inside) {
            return null;
        }
        guest.inside = false;
        if (queue.isEmpty()) {
            places.onComplete();
            return null;
        }
        Guest next = queue.removeFirst();
        next.waits = false;
        next.inside = true;
        return next;
    }
}
