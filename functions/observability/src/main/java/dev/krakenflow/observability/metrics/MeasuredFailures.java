package dev.krakenflow.observability.metrics;

import dev.krakenflow.engine.FailureLog;
import dev.krakenflow.failure.Failure;

/** Counts the failures that no answer holds. Thread-safe. */
final class MeasuredFailures implements FailureLog {
    private final RunMetrics metrics;

    MeasuredFailures(RunMetrics metrics) {
        this.metrics = metrics;
    }

    /** Counted with those that are answered. */
    @Override
    public void unexpected(Failure failure, Throwable cause) {}

    @Override
    public void inFinally(Failure failure) {
        PipelineMeters meters = metrics.pipeline(failure.place().pipeline());
        if (meters != null) {
            meters.failedInFinally();
        }
    }

    @Override
    public void inCompensation(Failure failure) {
        PipelineMeters meters = metrics.pipeline(failure.place().pipeline());
        if (meters != null) {
            meters.failedInCompensation();
        }
    }
}
