package dev.krakenflow.observability.metrics;

import dev.krakenflow.engine.CallObserver;
import dev.krakenflow.engine.PathObserver;
import dev.krakenflow.observability.Stay;
import dev.krakenflow.observability.StayObserver;
import dev.krakenflow.plan.Component;
import dev.krakenflow.plan.FunctionCall;
import org.jspecify.annotations.Nullable;

/** Measures how long one event stays in components, and its calls. */
final class PathMeasure extends StayObserver {
    private final PlanMetrics plan;

    PathMeasure(PlanMetrics plan) {
        this.plan = plan;
    }

    private PathMeasure(PathMeasure other, boolean last) {
        super(other, last);
        this.plan = other.plan;
    }

    @Override
    protected Stay begin(String pipeline, Component component, @Nullable Stay around) {
        RunMetrics all = plan.all();
        return new ComponentMeasure(
                all, plan.pipeline(pipeline).component(component.place().name()), around);
    }

    @Override
    protected StayObserver another(boolean last) {
        return new PathMeasure(this, last);
    }

    @Override
    public CallObserver call(FunctionCall function) {
        return new CallMeasure(plan.function(function), plan.all());
    }

    @Override
    public PathObserver branch(@Nullable String name) {
        return new PathMeasure(plan);
    }
}
