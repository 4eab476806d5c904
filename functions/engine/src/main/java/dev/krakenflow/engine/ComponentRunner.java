package dev.krakenflow.engine;

import dev.krakenflow.plan.Component;
import dev.krakenflow.plan.Program;
import org.jspecify.annotations.Nullable;

/**
 * Lets an event pass one component. One for each component of a loaded plan, shared by all runs: whatever belongs to a
 * run stands in the {@link Path}.
 */
interface ComponentRunner {

    /** What {@link #enter} gives when the event is the result. */
    int END = Program.END;

    /** What {@link #enter} gives when the event ends here and gives no result. */
    int DEAD_END = -2;

    /** What {@link #enter} gives when the path goes on later, see {@link Path#await}. */
    int WAITS = -3;

    /** What {@link #enter} gives when the event is now in a pipeline that the component plugs. */
    int ENTERS = -4;

    Component component();

    /** Whether passing may take long; a component that only jumps never does. */
    default boolean evaluates() {
        return true;
    }

    /** What becomes of an event that fails here; null: it leaves the pipeline. */
    default @Nullable Catches catches() {
        return null;
    }

    /**
     * Passes the event of a path.
     *
     * @return the index of the next component, or one of the numbers above
     * @throws RunException when it fails; the path adds the place
     */
    int enter(Path path);
}
