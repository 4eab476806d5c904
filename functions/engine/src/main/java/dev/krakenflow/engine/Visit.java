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

    /** Goes on in a component that was left for the pipeline it plugs. */
    void goesOn(ComponentRunner component, Deadline own) {
        inside = component;
        deadline = own;
    }

    /** Ends, and lets go of what was held; then the event is between components. */
    void ends(Deadline between) {
        inside = null;
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
        deadline = deadline.orEarlier(new Deadline(at, FailureCode.TIMEOUT, detail));
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

    /** The failure at this place, unless it has a place already. */
    Failure placed(Failure failure, EventOrigin origin) {
        if (failure.place().pipeline() != null) {
            return failure;
        }
        FailurePlace place = failure.place().withRun(origin.pipeline(), origin.eventId());
        if (inside != null) {
            place = place.withComponent(place().name(), place().pointer());
        }
        return deadline.over(failure, scheduler.nanoTime()).at(place);
    }
}
