package dev.krakenflow.observability.metrics;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import dev.krakenflow.engine.CacheUse;
import dev.krakenflow.engine.CallObserver;
import dev.krakenflow.failure.Failure;
import dev.krakenflow.observability.FailureLabel;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Measures the attempts of one call. */
final class CallMeasure implements CallObserver {
    private static final String ANSWERED = "answered";
    private static final String CANCELLED = "cancelled";

    private final FunctionMeters meters;
    private final RunMetrics all;
    private long began;

    CallMeasure(FunctionMeters meters, RunMetrics all) {
        this.meters = meters;
        this.all = all;
    }

    @Override
    public Map<String, String> begins(int attempt, Map<String, String> tracing) {
        began = all.nanoTime();
        if (attempt > 1) {
            meters.retried();
        }
        return tracing;
    }

    @Override
    public void ends(@Nullable Failure failure) {
        record(failure == null ? ANSWERED : FailureLabel.of(failure));
    }

    @Override
    public void isCancelled() {
        record(CANCELLED);
    }

    @Override
    public void cached(CacheUse use) {
        meters.cached(use);
    }

    private void record(String outcome) {
        meters.calls(outcome).record(all.nanoTime() - began, NANOSECONDS);
    }
}
