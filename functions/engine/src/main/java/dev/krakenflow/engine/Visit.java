package dev.krakenflow.engine;

import static java.util.Objects.requireNonNull;

import dev.krakenflow.failure.FailureCode;
import dev.krakenflow.plan.Place;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The component that an event is in, and what belongs to its stay there. One for a path, used for every component. */
final class Visit {
    private final Scheduler scheduler;
    private @Nullable ComponentRunner inside;
    private Deadline deadline;
    private boolean limited;
    private boolean skipped;
    private @Nullable Runnable held;
    private @Nullable Effects effects;

    /** @param deadline of whatever lies between components */
    Visit(Scheduler scheduler, Deadline deadline) {
        this.scheduler = scheduler;
        this.deadline = deadline;
    }

    /** Begins, with the deadline that there is already. */
    void begins(ComponentRunner component) {
        inside = component;
    }

    /**
     * Goes on in a component that was left for the pipeline it plugs.
     *
     * @param around the deadline around the component
     */
    void goesOn(ComponentRunner component, Deadline own, Deadline around) {
        inside = component;
        limited = own != around;
        deadline = own;
    }

    /** Ends, and lets go of what was held; then the event is between components. */
    void ends(Deadline between) {
        inside = null;
        limited = false;
        skipped = false;
        deadline = between;
        letGo();
    }

    /** Says that the component's condition did not hold. */
    void skips() {
        skipped = true;
    }

    boolean isSkipped() {
        return skipped;
    }

    /** Gives the component less time than there is. */
    void within(Duration timeout, String what) {
        String detail = what + " was not done within " + timeout.toMillis() + " ms";
        long at = scheduler.nanoTime() + Deadline.nanos(timeout);
        Deadline own = new Deadline(at, FailureCode.TIMEOUT, detail);
        limited = deadline.orEarlier(own) == own;
        deadline = deadline.orEarlier(own);
    }

    /** The component failed, and what it catches has what there is around it. */
    void fails(Deadline around) {
        limited = false;
        deadline = around;
    }

    /** Whether a deadline that is over is the component's own, and not one of what is around it. */
    boolean owns(Deadline over) {
        return limited && over == deadline;
    }

    /** Whether the event is in a component, and not between two. */
    boolean isInside() {
        return inside != null;
    }

    Deadline deadline() {
        return deadline;
    }

    ComponentRunner component() {
        return requireNonNull(inside);
    }

    Place place() {
        return component().component().place();
    }

    /** The component can be undone, if one of its calls happens. */
    void canBeUndone(CompensationRunner compensation) {
        effects = new Effects(compensation);
    }

    /** What calls of the component may have done; null: it cannot be undone, or it is added to what was finished. */
    @Nullable Effects effects() {
        return effects;
    }

    /** What is let go when the component is left, in whatever way. */
    void holds(Runnable release) {
        held = release;
    }

    void letGo() {
        effects = null;
        Runnable release = held;
        held = null;
        if (release != null) {
            release.run();
        }
    }
}
