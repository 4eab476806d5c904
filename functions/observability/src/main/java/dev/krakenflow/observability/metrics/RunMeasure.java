package dev.krakenflow.observability.metrics;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import dev.krakenflow.engine.Outcome;
import dev.krakenflow.engine.PathObserver;
import dev.krakenflow.engine.RunObserver;
import java.util.List;

/** Measures one run. */
final class RunMeasure implements RunObserver {
    private final PlanMetrics plan;
    private final long began;

    RunMeasure(PlanMetrics plan, long began) {
        this.plan = plan;
        this.began = began;
        plan.all().inFlight().increment();
    }

    @Override
    public PathObserver path() {
        return new PathMeasure(plan);
    }

    @Override
    public PathObserver undoing(String component) {
        return new PathMeasure(plan);
    }

    @Override
    public void finished(List<Outcome> outcomes) {
        plan.all().inFlight().decrement();
        PipelineMeters meters = plan.outermost();
        RunEnd end = RunEnd.of(outcomes);
        meters.runs(end).record(plan.all().nanoTime() - began, NANOSECONDS);
        if (end == RunEnd.FAILED || end == RunEnd.PARTLY_FAILED) {
            for (Outcome outcome : outcomes) {
                if (outcome instanceof Outcome.Failed failed) {
                    meters.failed(failed.failure());
                }
            }
        }
    }
}
