package dev.krakenflow.benchmarks.cold;

import java.time.Duration;

/**
 * What one start took, up to its first answer.
 *
 * @param processor user and system time of all threads of the process
 * @param wall what whoever waits for the answer sees
 */
record Start(Duration processor, Duration wall) {

    double processorMillis() {
        return processor.toNanos() / 1e6;
    }

    double wallMillis() {
        return wall.toNanos() / 1e6;
    }
}
