package dev.krakenflow.observability.metrics;

import dev.krakenflow.engine.EventId;
import dev.krakenflow.engine.PlanObserver;
import dev.krakenflow.engine.RunObserver;
import dev.krakenflow.engine.RunOptions;
import dev.krakenflow.plan.FunctionCall;
import dev.krakenflow.plan.Plan;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/** Measures the runs of one loaded plan; has found its meters before events come. */
final class PlanMetrics implements PlanObserver {
    private final Plan plan;
    private final RunMetrics all;
    private final PipelineMeters outermost;
    private final Map<String, PipelineMeters> pipelines = new HashMap<>();
    private final Map<String, ServiceMeters> services = new HashMap<>();
    private final Map<FunctionCall, FunctionMeters> functions = new ConcurrentHashMap<>();
    private final AtomicBoolean closed = new AtomicBoolean();

    PlanMetrics(Plan plan, RunMetrics all) {
        this.plan = plan;
        this.all = all;
        this.outermost = all.pipelines().take(plan.pipeline());
        plan.plugged()
                .keySet()
                .forEach(name -> pipelines.put(name, all.pipelines().take(name)));
        plan.services().forEach((name, service) -> {
            ServiceMeters meters = all.services().take(name);
            meters.linked(service);
            services.put(name, meters);
        });
    }

    @Override
    public RunObserver begin(EventId event, RunOptions options) {
        return new RunMeasure(this, all.nanoTime());
    }

    @Override
    public void closed() {
        if (closed.compareAndSet(false, true)) {
            all.pipelines().release(plan.pipeline());
            pipelines.keySet().forEach(all.pipelines()::release);
            services.keySet().forEach(all.services()::release);
        }
    }

    RunMetrics all() {
        return all;
    }

    /** What is measured of the pipeline of the runs. */
    PipelineMeters outermost() {
        return outermost;
    }

    /** The same of it, or of one that it plugs. */
    PipelineMeters pipeline(String name) {
        return name.equals(outermost.pipeline()) ? outermost : pipelines.getOrDefault(name, outermost);
    }

    FunctionMeters function(FunctionCall call) {
        FunctionMeters meters = functions.get(call);
        return meters == null ? functions.computeIfAbsent(call, this::find) : meters;
    }

    /** All services that a plan calls are among its services, defined or not. */
    private FunctionMeters find(FunctionCall call) {
        ServiceMeters service = services.get(call.service());
        if (service == null) {
            throw new IllegalStateException("the plan calls a service that it does not have");
        }
        return service.function(call.function());
    }
}
