package dev.krakenflow.observability.emf;

import java.util.ArrayList;
import java.util.List;

/** The runs of one pipeline since they were last told. Thread-safe. */
final class PipelineRuns {

    /** The most values that one line may have of one metric. */
    private static final int MOST_DURATIONS = 100;

    private static final double NANOS_A_MILLI = 1e6;

    private long runs;
    private long failures;
    private final List<Double> durations = new ArrayList<>();

    /** What there is to tell. */
    record Told(long runs, long failures, List<Double> millis) {}

    synchronized void ended(boolean failed, long nanos) {
        runs++;
        failures += failed ? 1 : 0;
        if (durations.size() < MOST_DURATIONS) {
            durations.add(Math.round(nanos / NANOS_A_MILLI * 1_000) / 1_000.0);
        }
    }

    /** What there is to tell, once. */
    synchronized Told take() {
        Told told = new Told(runs, failures, List.copyOf(durations));
        runs = 0;
        failures = 0;
        durations.clear();
        return told;
    }
}
