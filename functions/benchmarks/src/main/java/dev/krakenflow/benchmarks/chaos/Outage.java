package dev.krakenflow.benchmarks.chaos;

/**
 * A time in which Redis was not there, in {@link System#nanoTime()}.
 *
 * @param beganAt when it may have answered for the last time
 * @param goneAt from when on it surely answered nobody
 * @param returnsAt from when on it may have answered again
 * @param backAt from when on it surely answered again
 */
record Outage(long beganAt, long goneAt, long returnsAt, long backAt) {

    /** Whether a request met nothing but the outage. */
    boolean holds(Probe probe) {
        return probe.sentAt() - goneAt >= 0 && probe.answeredAt() - returnsAt < 0;
    }

    /** Whether a request may have been under way when it began. */
    boolean cuts(Probe probe) {
        return probe.sentAt() - goneAt < 0 && probe.answeredAt() - beganAt > 0;
    }
}
