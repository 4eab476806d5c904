package dev.krakenflow.benchmarks.http;

import java.util.Arrays;

/** Every latency of a load, in nanoseconds, so that percentiles are exact. Not thread-safe. */
public final class Latencies {
    private long[] nanos = new long[1 << 16];
    private int count;

    public void add(long latency) {
        if (count == nanos.length) {
            nanos = Arrays.copyOf(nanos, count * 2);
        }
        nanos[count++] = latency;
    }

    public int count() {
        return count;
    }

    /** Adds all of another load. */
    public void add(Latencies others) {
        for (int i = 0; i < others.count; i++) {
            add(others.nanos[i]);
        }
    }

    /**
     * The smallest latency that is not exceeded by {@code percent} of all.
     *
     * @return milliseconds; 0 when there are none
     */
    public double percentile(double percent) {
        if (count == 0) {
            return 0;
        }
        long[] sorted = Arrays.copyOf(nanos, count);
        Arrays.sort(sorted);
        int rank = (int) Math.ceil(percent / 100 * count);
        return sorted[Math.max(rank, 1) - 1] / 1e6;
    }
}
