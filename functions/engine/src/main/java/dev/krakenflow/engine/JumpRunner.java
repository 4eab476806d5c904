package dev.krakenflow.engine;

import dev.krakenflow.plan.Component;
import org.jspecify.annotations.Nullable;

/**
 * Leaves the order of the components when its condition holds: a goto, a done, a dead-end.
 *
 * @param condition null: always
 * @param target where it goes to: an index, {@link #END} or {@link #DEAD_END}
 */
record JumpRunner(Component component, @Nullable ConditionField condition, int target) implements ComponentRunner {

    @Override
    public boolean evaluates() {
        return condition != null;
    }

    @Override
    public int enter(Path path) {
        if (condition == null || condition.holds(path.event(), path.evaluation())) {
            return target;
        }
        path.visit().skips();
        return component.next();
    }
}
