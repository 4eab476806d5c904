package dev.krakenflow.engine;

import static java.util.Objects.requireNonNull;

import dev.krakenflow.failure.Failure;
import dev.krakenflow.failure.FailureCode;
import dev.krakenflow.failure.FailurePlace;
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

    Place place() {
        return requireNonNull(inside).component().place();
    }

    /** What is let go when the component is left, in whatever way. */
    void holds(Runnable release) {
        held = release;
    }

    void letGo() {
        Runnable release = held;
        held = null;
        if (release != null) {
            release.run();
        }
    }

    /** What was thrown, at this place, unless it has a place already. */
    RunException placed(RunException failed, EventOrigin origin) {
        Failure failure = failed.failure();
        if (failure.place().pipeline() != null) {
            return failed;
        }
        FailurePlace place = failure.place().withRun(origin.pipeline(), origin.eventId());
        if (inside != null) {
            place = place.withComponent(place().name(), place().pointer());
        }
        RunException over = deadline.over(failed, scheduler.nanoTime());
        return over.with(over.failure().at(place));
    }
}
