package dev.krakenflow.engine;

import static java.util.Objects.requireNonNull;

import dev.krakenflow.expression.Evaluation;
import dev.krakenflow.failure.Failure;
import dev.krakenflow.failure.FailurePlace;
import dev.krakenflow.plan.Place;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where an event is: which one it is and what it holds, in which pipeline and component, how far it has come, and which
 * caught failure is in sight. One for a path, so mutable; everything here happens in {@link Turns}.
 */
final class Position {
    private final Run run;
    private final Visit visit;
    private final boolean branch;
    private final boolean lasts;

    private PipelineFrame frame;
    private EventId id;
    private EventOrigin origin;
    private Map<String, Object> event = Map.of();
    private long hops;
    private @Nullable Caught caught;

    /** Where an event begins that comes from outside. */
    Position(Run run, PipelineFrame frame, EventId id) {
        this(run, frame, id, false, false);
    }

    private Position(Run run, PipelineFrame frame, EventId id, boolean branch, boolean lasts) {
        this.run = run;
        this.visit = new Visit(run.scheduler(), frame.deadline());
        this.branch = branch;
        this.lasts = lasts;
        this.frame = frame;
        this.id = id;
        this.origin = origin(run, frame, id);
    }

    /** Where a new event begins that a composer makes of this one. */
    Position composed(Map<String, Object> other) {
        Position position = new Position(run, frame, run.newId(), branch, lasts);
        position.event = other;
        position.hops = hops;
        position.caught = caught;
        return position;
    }

    /** Where a copy of the event begins that passes a part of its pipeline, in the component that it is in. */
    Position branch(ProgramRunner part, Map<String, Object> copy) {
        Position position = new Position(run, frame.branch(part, visit.deadline()), id, true, lasts);
        position.event = copy;
        position.hops = hops;
        position.caught = caught == null ? null : Caught.everywhere(caught.error());
        return position;
    }

    /** Where a copy of the event begins that passes what its pipeline does at last. */
    Position last(ProgramRunner part, Deadline deadline, @Nullable Failure failed) {
        Position position = new Position(run, frame.branch(part, deadline), id, false, true);
        position.caught = failed == null ? null : Caught.everywhere(run.errorOf(failed));
        return position;
    }

    /** Whether the event passes a branch, and somebody waits for it in the component around that. */
    boolean isBranch() {
        return branch;
    }

    /** Whether it goes on when the run is cancelled. */
    boolean lasts() {
        return lasts;
    }

    /** The stay in the component that the event is in. */
    Visit visit() {
        return visit;
    }

    PipelineFrame frame() {
        return frame;
    }

    ProgramRunner program() {
        return frame.program();
    }

    EventId id() {
        return id;
    }

    EventOrigin origin() {
        return origin;
    }

    Map<String, Object> event() {
        return event;
    }

    void becomes(Map<String, Object> changed) {
        event = changed;
    }

    /** Another event stands here from now on, which a composer made of this one. */
    void becomesAnother(Map<String, Object> composed) {
        id = run.newId();
        origin = origin(run, frame, id);
        event = composed;
    }

    /** What the component's expressions are given; {@code $event} is the event as it is now. */
    Evaluation evaluation() {
        return evaluation(caught == null ? null : caught.error());
    }

    /** The same, with this value of {@code $error}. */
    Evaluation evaluation(@Nullable Map<String, Object> error) {
        Variables variables = new Variables(origin, visit.place().name(), 0, event, error);
        return new Evaluation(variables, visit.deadline().atNanos());
    }

    /** A call that the component makes. */
    CallSite callOf(Map<String, Object> args, PathObserver observer) {
        Place place = visit.place();
        Map<String, String> tracing = run.options().tracing();
        return new CallSite(
                args, visit.deadline(), origin, place.name(), place.pointer(), tracing, observer, visit.effects());
    }

    /**
     * The event comes in from outside, any JSON value.
     *
     * @return where it begins
     * @throws RunException {@code invalid-event}, {@code invalid-input}
     */
    int enters(Object first) {
        return entersChecked(frame.program().event(first));
    }

    /** The event goes into a pipeline that the component plugs, as another one. */
    void goesInto(PlugRunner plug, PluggedRunner pipeline, Map<String, Object> prepared) {
        moveTo(frame.enter(plug, pipeline, this, run), null);
        entersChecked(prepared);
    }

    private int entersChecked(Map<String, Object> first) {
        begins(first);
        frame.program().checkInput(first);
        return frame.program().start();
    }

    /** The way through the pipeline begins with this event. */
    void begins(Map<String, Object> first) {
        event = first;
        Finals finals = frame.finals();
        if (finals != null) {
            finals.begins(first);
        }
    }

    /** The event comes into a component of its pipeline. */
    ComponentRunner comesTo(int index) {
        ComponentRunner component = frame.program().at(index);
        visit.begins(component);
        if (caught != null) {
            caught = caught.at(index);
        }
        return component;
    }

    /**
     * Counts the component that the event is in.
     *
     * @throws RunException {@code loop-limit}
     */
    void counts() {
        run.count(++hops, lasts);
    }

    /** The event leaves the component, and is between two. */
    void leaves() {
        visit.ends(frame.deadline());
    }

    /** The event comes out of its pipeline, and is in the component that plugs it as it came into that. */
    PipelineFrame.Plugged comesOut() {
        PipelineFrame.Plugged plugged = requireNonNull(frame.plugged());
        moveTo(plugged.outer(), plugged.caught());
        visit.goesOn(plugged.plug(), plugged.deadline(), frame.deadline());
        event = plugged.event();
        return plugged;
    }

    /** The failure that is in sight of the component; null: none is. */
    @Nullable Caught caught() {
        return caught;
    }

    /** The component caught a failure, and the event goes on with that in sight. */
    void sees(Caught seen) {
        caught = seen;
    }

    /** The pipeline handles a failure of the component, with all the time that it has left. */
    int handles(ProgramRunner onError, Failure failed) {
        moveTo(frame.handling(onError), Caught.everywhere(run.errorOf(failed)));
        return onError.start();
    }

    /** Whether the time is over that the pipeline has. */
    boolean isLate() {
        return frame.deadline().passed(run.scheduler().nanoTime());
    }

    /** What was thrown, at this place and with the way to it, unless it has them already. */
    RunException placed(Throwable thrown) {
        RunException failed = Failures.of(thrown, null);
        if (failed.failure().place().pipeline() == null) {
            failed = visit.deadline().over(failed, run.scheduler().nanoTime());
            failed = failed.with(here(failed.failure()));
        }
        return frame.withPath(failed);
    }

    /** A failure inside of the component: when the component's own time is over, it is the component's. */
    RunException owned(RunException failed) {
        Deadline over = failed.over();
        if (over == null || !visit.owns(over)) {
            return failed;
        }
        FailurePlace place = failed.failure().place();
        boolean here = origin.pipeline().equals(place.pipeline())
                && visit.place().name().equals(place.component());
        return here ? failed.owned() : timeout(over);
    }

    /** The failure of a deadline that the component made. */
    RunException timeout(Deadline own) {
        return frame.withPath(new RunException(here(own.failure()), null));
    }

    private Failure here(Failure failure) {
        FailurePlace place = failure.place().withRun(origin.pipeline(), origin.eventId());
        return failure.at(
                visit.isInside()
                        ? place.withComponent(
                                visit.place().name(), visit.place().pointer())
                        : place);
    }

    private void moveTo(PipelineFrame other, @Nullable Caught seen) {
        frame = other;
        origin = origin(run, frame, id);
        caught = seen;
        visit.ends(frame.deadline());
    }

    private static EventOrigin origin(Run run, PipelineFrame frame, EventId id) {
        return new EventOrigin(frame.program().pipeline(), id, run.options().trigger());
    }
}
