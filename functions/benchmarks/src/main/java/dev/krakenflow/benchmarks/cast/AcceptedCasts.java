package dev.krakenflow.benchmarks.cast;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The casts that were answered with a reference. Thread-safe. */
final class AcceptedCasts {

    /**
     * One of them.
     *
     * @param atNanos when it was answered, a moment of {@link System#nanoTime()}
     */
    record Accepted(String reference, long atNanos) {}

    private final Map<String, Accepted> byId = new ConcurrentHashMap<>();
    private final AtomicInteger refusals = new AtomicInteger();

    /** The cast of an event was answered with a reference. */
    void add(String id, String reference) {
        byId.put(id, new Accepted(reference, System.nanoTime()));
    }

    /** A cast was not answered, or refused; its caller tries again. */
    void refused() {
        refusals.incrementAndGet();
    }

    int count() {
        return byId.size();
    }

    int refusals() {
        return refusals.get();
    }

    /** By the ids of their events. */
    Map<String, Accepted> byId() {
        return Map.copyOf(byId);
    }
}
