package dev.krakenflow.engine;

import dev.krakenflow.plan.Plan;
import java.util.Collection;

/** Whoever watches runs. Asked once for each plan, so that what belongs to a plan is looked up before events come. Thread-safe. */
@FunctionalInterface
public interface RunObservers {

    /** Nobody watches. */
    RunObservers NONE = (plan, version) -> PlanObserver.NONE;

    /**
     * The observer of the runs of a plan that is loaded now; {@link PlanObserver#NONE} costs the runs nothing.
     *
     * @param version number of the pipeline's definition; 0: it has none
     */
    PlanObserver observe(Plan plan, long version);

    /** All of these. */
    static RunObservers all(Collection<? extends RunObservers> observers) {
        RunObservers all = NONE;
        for (RunObservers each : observers) {
            RunObservers before = all;
            all = before == NONE
                    ? each
                    : (plan, version) -> Both.of(before.observe(plan, version), each.observe(plan, version));
        }
        return all;
    }
}
