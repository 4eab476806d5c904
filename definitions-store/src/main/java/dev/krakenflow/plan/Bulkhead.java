package dev.krakenflow.plan;

/**
 * How many calls of a service one process makes at the same time.
 *
 * @param maxConcurrent calls under way
 * @param queue calls that may wait for one of these to end
 */
public record Bulkhead(int maxConcurrent, int queue) {

    public Bulkhead {
        if (maxConcurrent < 1 || queue < 0) {
            throw new IllegalArgumentException("at least one call at a time");
        }
    }
}
