package dev.krakenflow.engine;

import static java.util.Objects.requireNonNull;

import dev.krakenflow.expression.Evaluation;
import dev.krakenflow.plan.Place;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One event on its way through its pipeline and those that it plugs: the loop over "the next component". A component
 * that does not wait costs nothing but itself; one that waits ends the turn, and the path goes on in another turn when
 * the answer is there. Everything here happens in {@link Turns}.
 */
final class Path {
    /** Where a path is whose event came out of the outermost pipeline, or of a branch. */
    private static final int RESULT = -5;

    private final Run run;
    private final PathEnd end;
    private final Pace pace;
    private final Visit visit;

    private PipelineFrame frame;
    private EventId id;
    private EventOrigin origin;
    private RunObserver observer;
    private Map<String, Object> event;
    private int start;
    private long hops;
    private boolean cancelled;
    private @Nullable Wait wait;

    /** A path that begins with the run. */
    Path(Run run, PathEnd end, PipelineFrame frame, EventId id, RunObserver observer) {
        this(run, end, frame, id, observer, new Pace(run));
    }

    private Path(Run run, PathEnd end, PipelineFrame frame, EventId id, RunObserver observer, Pace pace) {
        this.run = run;
        this.end = end;
        this.pace = pace;
        this.visit = new Visit(run.scheduler(), frame.deadline());
        this.frame = frame;
        this.id = id;
        this.origin = origin();
        this.observer = observer;
        this.event = Map.of();
        this.start = frame.program().start();
        end.goes(this);
    }

    /** A path that begins where a composer of another one makes this event. */
    private Path(Path parent, PathEnd end, Map<String, Object> event, int start) {
        this(parent.run, end, parent.frame, parent.run.newId(), parent.observer);
        this.observer = parent.observer.composed(id, parent.id);
        this.event = event;
        this.start = start;
        this.hops = parent.hops;
        observer.left(event, false);
    }

    /**
     * A path of the same event beside this one, which waits for it in the component that it is in.
     *
     * @param program what it passes, a part of the pipeline that this one is in
     * @param branch its name; null: it is one of several items
     */
    Path branch(PathEnd itsEnd, ProgramRunner program, Map<String, Object> itsEvent, @Nullable String branch) {
        PipelineFrame part = frame.branch(program, visit.deadline());
        Path path = new Path(run, itsEnd, part, id, observer.branch(branch), pace);
        path.event = itsEvent;
        path.hops = hops;
        return path;
    }

    /** Goes with an event that comes from outside, any JSON value, as far as it gets without waiting. */
    void start(Object first) {
        try {
            event = frame.program().checkedEvent(first);
        } catch (Throwable thrown) {
            goOn(fail(thrown));
            return;
        }
        goOn(start);
    }

    /** Goes with the event that it was made with. */
    void start() {
        goOn(start);
    }

    /** Stops waiting, and with it the call under way. The path is never heard of again. */
    void cancel() {
        cancelled = true;
        Wait under = wait;
        wait = null;
        if (under != null) {
            under.cancel();
        }
        visit.letGo();
        observer.ended();
    }

    // What components need.

    Map<String, Object> event() {
        return event;
    }

    void becomes(Map<String, Object> changed) {
        event = changed;
    }

    /** The stay in the component that the event is in. */
    Visit visit() {
        return visit;
    }

    /** What the component's expressions are given; {@code $event} is the event as it is now. */
    Evaluation evaluation() {
        return new Evaluation(
                new Variables(origin, visit.place().name(), event),
                visit.deadline().atNanos());
    }

    /** A call that the component makes. */
    CallSite callOf(Map<String, Object> args) {
        Place place = visit.place();
        Map<String, String> tracing = run.options().tracing();
        return new CallSite(args, visit.deadline(), origin, place.name(), place.pointer(), tracing, observer);
    }

    /** Subscribes now and goes on with the component when there is an answer. */
    int await(Uni<?> answer, Wait.Then then) {
        wait = new Wait(this, then);
        wait.on(answer);
        return ComponentRunner.WAITS;
    }

    /** Begins the parts now and goes on with the component when they have ended. */
    int await(FanOut parts, Wait.Then then) {
        wait = new Wait(this, then);
        wait.on(parts);
        return ComponentRunner.WAITS;
    }

    /** The event goes into a pipeline that the component plugs, as another one. */
    int plug(PlugRunner plug, PluggedRunner plugged, Map<String, Object> prepared) {
        Deadline deadline = visit.deadline();
        moveTo(frame.enter(plug, plugged, event, deadline, run.scheduler().nanoTime()));
        visit.ends(frame.deadline());
        event = plugged.program().checkedEvent(prepared);
        return ComponentRunner.ENTERS;
    }

    /** The run, for what its paths share. */
    Run run() {
        return run;
    }

    /**
     * The event goes on as others, each for itself: this path as the first of them.
     *
     * @param next where they go on
     */
    int split(List<Map<String, Object>> composed, int next) {
        if (composed.isEmpty()) {
            return ComponentRunner.DEAD_END;
        }
        List<PathEnd> ends = end.beside(composed.size() - 1);
        List<Path> others = new ArrayList<>(ends.size());
        for (int i = 0; i < ends.size(); i++) {
            others.add(new Path(this, ends.get(i), composed.get(i + 1), next));
        }
        EventId parent = id;
        id = run.newId();
        origin = origin();
        observer = observer.composed(id, parent);
        event = composed.get(0);
        if (!others.isEmpty()) {
            run.add(others);
        }
        return next;
    }

    // The loop.

    /** The answer that a component waited for is there. Takes its turn. */
    void answered(Wait answered) {
        run.turns().add(() -> {
            if (wait == answered && !isCancelled()) {
                wait = null;
                goOn(answered);
            }
        });
    }

    private void goOn(Wait answered) {
        int next;
        try {
            next = left(answered.then());
        } catch (Throwable thrown) {
            next = fail(thrown);
        }
        goOn(next);
    }

    private void goOn(int from) {
        int next = from;
        while (next >= 0 || next == ComponentRunner.END) {
            try {
                next = step(next);
            } catch (Throwable thrown) {
                next = fail(thrown);
            }
        }
        if (next == RESULT) {
            end.completed(event, observer);
        } else if (next == ComponentRunner.DEAD_END) {
            end.ended(observer);
        }
    }

    private int step(int next) {
        if (next == ComponentRunner.END && frame.plugged() == null) {
            frame.program().checkResult(event);
            return RESULT;
        }
        if (pace.wantsLook() && !mayGoOn(() -> goOn(isCancelled() ? ComponentRunner.WAITS : next))) {
            return ComponentRunner.WAITS;
        }
        return next >= 0 ? pass(frame.program().at(next)) : comeOut(requireNonNull(frame.plugged()));
    }

    private int pass(ComponentRunner component) {
        visit.begins(component);
        pace.passed(component.evaluates());
        observer.entered(origin.pipeline(), component.component(), event);
        run.count(++hops);
        return left(component.enter(this));
    }

    /** The event comes out of a plugged pipeline, back into the component that plugs it. */
    private int comeOut(PipelineFrame.Plugged plugged) {
        pace.passed(true);
        frame.program().checkResult(event);
        Map<String, Object> result = event;
        moveTo(plugged.outer());
        event = plugged.event();
        visit.goesOn(plugged.plug(), plugged.deadline(), frame.deadline());
        return left(plugged.plug().leave(this, result));
    }

    private int left(int next) {
        if (next == ComponentRunner.WAITS) {
            return next;
        }
        if (next == ComponentRunner.ENTERS) {
            return frame.program().start();
        }
        if (next == ComponentRunner.DEAD_END) {
            observer.ended();
        } else {
            observer.left(event, visit.isSkipped());
        }
        visit.ends(frame.deadline());
        return next;
    }

    /** As {@link Pace#mayGoOn}, now and then. */
    boolean mayGoOn(Runnable later) {
        return !pace.wantsLook() || (!isCancelled() && pace.mayGoOn(visit.deadline(), later));
    }

    /** Whether this path, or all of them, was cancelled; all are before their turn to stop comes. */
    private boolean isCancelled() {
        return cancelled || run.isOver();
    }

    /** @return where the path goes on, as {@link ComponentRunner#enter} */
    private int fail(Throwable thrown) {
        RunException failed = frame.withPath(visit.placed(Failures.of(thrown, null), origin));
        visit.letGo();
        observer.failed(failed.failure());
        end.failed(failed, observer);
        return ComponentRunner.WAITS;
    }

    private void moveTo(PipelineFrame other) {
        frame = other;
        origin = origin();
    }

    private EventOrigin origin() {
        return new EventOrigin(frame.program().pipeline(), id, run.options().trigger());
    }
}
