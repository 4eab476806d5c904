package dev.krakenflow.function.pipeline;

import dev.krakenflow.engine.Engine;
import dev.krakenflow.engine.Scheduler;
import dev.krakenflow.plan.Plan;
import dev.krakenflow.store.DefinitionStore;
import dev.krakenflow.store.LivePlan;
import io.smallrye.mutiny.Uni;

/** Reads plans from the store and makes them runnable. Thread-safe. */
final class PlanLoader {

    private final DefinitionStore store;
    private final Engine engine;
    private final Scheduler scheduler;

    PlanLoader(DefinitionStore store, Engine engine, Scheduler scheduler) {
        this.store = store;
        this.engine = engine;
        this.scheduler = scheduler;
    }

    Uni<CachedPlan> load(String pipeline) {
        return store.load(pipeline).map(this::opened);
    }

    private CachedPlan opened(LivePlan live) {
        Plan plan = live.plan();
        SharedRunner runner = plan == null ? null : new SharedRunner(engine.load(plan, live.version()));
        return new CachedPlan(live.position(), scheduler.nanoTime(), live.started(), runner);
    }
}
