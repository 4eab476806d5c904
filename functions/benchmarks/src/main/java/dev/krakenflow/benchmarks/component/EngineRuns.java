package dev.krakenflow.benchmarks.component;

import dev.krakenflow.engine.Outcome;
import dev.krakenflow.engine.PlanRunner;
import dev.krakenflow.engine.RunOptions;
import java.util.List;
import java.util.Map;

/** One pipeline in the engine, which runs the same event again and again on the calling thread. Not thread-safe. */
final class EngineRuns {
    private final PlanRunner runner;
    private final DrainedScheduler scheduler;
    private final Map<String, Object> event;
    private List<Outcome> outcomes = List.of();

    EngineRuns(PlanRunner runner, DrainedScheduler scheduler, Map<String, Object> event) {
        this.runner = runner;
        this.scheduler = scheduler;
        this.event = event;
    }

    /**
     * Runs the event once.
     *
     * @return the event that came out
     * @throws IllegalStateException when none did: what is measured must be a success
     */
    Map<String, Object> run() {
        outcomes = List.of();
        runner.run(event, RunOptions.NONE, result -> outcomes = result);
        scheduler.drain();
        if (outcomes.size() == 1 && outcomes.get(0) instanceof Outcome.Completed completed) {
            return completed.event();
        }
        throw new IllegalStateException("not completed: " + outcomes);
    }
}
