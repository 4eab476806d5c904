package dev.krakenflow.benchmarks.component;

import static java.util.Objects.requireNonNull;

import org.openjdk.jmh.results.RunResult;

/**
 * What one operation costs.
 *
 * @param nanos time in nanoseconds
 * @param bytes allocated memory
 */
record Cost(double nanos, double bytes) {
    private static final String ALLOCATED = "gc.alloc.rate.norm";

    static Cost of(RunResult result) {
        return new Cost(
                result.getPrimaryResult().getScore(),
                requireNonNull(result.getSecondaryResults().get(ALLOCATED)).getScore());
    }
}
