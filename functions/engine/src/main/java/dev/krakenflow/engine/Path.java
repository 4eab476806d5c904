package dev.krakenflow.engine;

import static java.util.Objects.requireNonNull;

import dev.krakenflow.expression.Evaluation;
import dev.krakenflow.failure.Failure;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One event on its way through its pipeline and those that it plugs: what components, and whoever began it, have of it.
 * Everything here happens in {@link Turns}.
 */
final class Path {
    private final Run run;
    private final PathEnd end;
    private final Position position;
    private final PathLoop loop;
    private final int start;

    private PathObserver observer;
    private boolean cancelled;
    private boolean over;
    private Runnable atEnd = () -> {};
    private @Nullable Undos undos;
    private @Nullable RunException failure;

    /** A path that begins with the run. */
    Path(Run run, PathEnd end, PipelineFrame frame, EventId id, PathObserver observer) {
        this(run, end, new Position(run, frame, id), frame.program().start(), observer, new Pace(run));
    }

    private Path(Run run, PathEnd end, Position position, int start, PathObserver observer, Pace pace) {
        this.run = run;
        this.end = end;
        this.position = position;
        this.loop = new PathLoop(this, run, position, pace);
        this.start = start;
        this.observer = observer;
        end.goes(this);
    }

    /** A path that begins where a composer of this one makes this event. */
    private Path composed(PathEnd itsEnd, Map<String, Object> event, int next) {
        Position there = position.composed(event);
        PathObserver itsObserver = observer.composed(there.id(), position.id());
        itsObserver.left(event, false);
        return new Path(run, itsEnd, there, next, itsObserver, new Pace(run));
    }

    /**
     * A path of the same event beside this one, which waits for it in the component that it is in. Whoever begins it says
     * what becomes of what it finished: {@link #keep}, {@link #lose} or {@link #stopToo}.
     *
     * @param program what it passes, a part of the pipeline that this one is in
     * @param branch its name; null: it is one of several items
     */
    Path branch(PathEnd itsEnd, ProgramRunner program, Map<String, Object> itsEvent, @Nullable String branch) {
        Position there = position.branch(program, itsEvent);
        return new Path(run, itsEnd, there, program.start(), observer.branch(branch), loop.pace());
    }

    /**
     * A path of the same event that goes on whatever becomes of the run.
     *
     * @param failed what it sees as {@code $error}; null: nothing failed
     */
    Path last(PathEnd itsEnd, ProgramRunner program, Deadline deadline, @Nullable Failure failed) {
        Position there = position.last(program, deadline, failed);
        return new Path(run, itsEnd, there, program.start(), observer.last(), new Pace(run));
    }

    /** Goes with an event that may enter, as far as it gets without waiting. */
    void start(Map<String, Object> first) {
        position.begins(first);
        loop.goOn(start);
    }

    /** Goes with the event that it was made with. */
    void start() {
        loop.goOn(start);
    }

    /** Stops, undoes what the event finished, and does what its pipelines do at last. */
    void cancel() {
        if (stop()) {
            leave();
        }
    }

    /**
     * Stops waiting, and with it the call under way.
     *
     * @return whether the path must be told to {@link #leave}; if not, it is over, or ends by itself
     */
    boolean stop() {
        cancelled = true;
        if (over || !loop.stop()) {
            return false;
        }
        letGo();
        observer.ended();
        return true;
    }

    /** The event, which was stopped, leaves its pipelines. */
    void leave() {
        loop.goOn(new Exit(this).cancelled());
    }

    /** Does something when the path is over; now if it is. */
    void whenOver(Runnable then) {
        if (over) {
            then.run();
        } else {
            atEnd = then;
        }
    }

    /** Whether this path, or all of them, was cancelled; all are before their turn to stop comes. */
    boolean isCancelled() {
        return cancelled || (!position.lasts() && run.isOver());
    }

    /** The run, for what its paths share. */
    Run run() {
        return run;
    }

    Position position() {
        return position;
    }

    PathLoop loop() {
        return loop;
    }

    PathObserver observer() {
        return observer;
    }

    /** What the event finished that can be undone. */
    Undos undos() {
        if (undos == null) {
            undos = new Undos(run);
        }
        return undos;
    }

    /** Whether the event is undone before it fails for good, where this is a branch. */
    boolean waitsForUndo() {
        return end.waitsForUndo();
    }

    /** Whether there is nothing of that, and never was. */
    boolean undoesNothing() {
        return undos == null;
    }

    /** A branch completed its way or ended: what it finished is undone when this event fails later. */
    void keep(Path branch) {
        if (!branch.undoesNothing()) {
            undos().keep(branch);
        }
    }

    /** Branches failed, or are not wanted any more: they are stopped, and what they finished is undone at once. */
    void lose(List<Path> branches) {
        List<Path> left = branches.stream().filter(it -> !it.endsAtOnce()).toList();
        if (!left.isEmpty()) {
            undos().lose(left);
        }
    }

    /** A branch is stopped because this path is: what it finished is undone with what this event did. */
    void stopToo(Path branch) {
        if (!branch.endsAtOnce()) {
            undos().stop(branch);
        }
    }

    /** Stops, and ends if nothing is to be undone or done at last. */
    private boolean endsAtOnce() {
        if (stop() && undos == null && !position.frame().hasFinals()) {
            leave();
        }
        return over && undos == null;
    }

    Map<String, Object> event() {
        return position.event();
    }

    void becomes(Map<String, Object> changed) {
        position.becomes(changed);
    }

    /** The component did what it does; this undoes it. */
    void finished(CompensationRunner compensation) {
        undos().add(compensation, position);
        visit().letGo();
    }

    /** The stay in the component that the event is in. */
    Visit visit() {
        return position.visit();
    }

    /** What the component's expressions are given; {@code $event} is the event as it is now. */
    Evaluation evaluation() {
        return position.evaluation();
    }

    /** A call that the component makes. */
    CallSite callOf(Map<String, Object> args) {
        return position.callOf(args, observer);
    }

    /** Subscribes now and goes on with the component when there is an answer. */
    int await(Uni<?> answer, Wait.Then then) {
        return loop.await(answer, new Wait(loop, then, false));
    }

    /** Begins the parts now and goes on with the component when they have ended. */
    int await(FanOut parts, Wait.Then then) {
        return loop.await(parts, new Wait(loop, then, false));
    }

    /** As {@link #await(Uni, Wait.Then)} for what a cancel does not stop: {@code then} looks whether there was one, and says how it goes on. */
    int awaitLast(Uni<?> answer, Wait.Then then) {
        return loop.await(answer, new Wait(loop, then, true));
    }

    /** The event goes into a pipeline that the component plugs, as another one. */
    int plug(PlugRunner plug, PluggedRunner plugged, Map<String, Object> prepared) {
        position.goesInto(plug, plugged, prepared);
        return ComponentRunner.ENTERS;
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
            others.add(composed(ends.get(i), composed.get(i + 1), next));
        }
        EventId parent = position.id();
        position.becomesAnother(composed.get(0));
        observer = observer.becomes(position.id(), parent);
        if (!others.isEmpty()) {
            position.frame().splits(others.size());
            undos = null;
            run.add(others);
        }
        return next;
    }

    // What the loop and the exit tell.

    /** The event leaves its component because of a failure, or is stopped there: what it held and may have done. */
    void letGo() {
        Effects effects = visit().effects();
        if (effects != null && effects.mayHaveHappened()) {
            undos().add(effects.compensation(), position);
        }
        visit().letGo();
    }

    /** The event fails for good. */
    int fails(RunException failed) {
        failure = failed;
        return Exit.FAILED;
    }

    /** @param how one of {@link Exit}'s, or anything that says that the path goes on later */
    void ends(int how) {
        if (how == ComponentRunner.WAITS) {
            return;
        }
        over = true;
        switch (how) {
            case Exit.RESULT -> end.completed(position.event(), observer);
            case ComponentRunner.DEAD_END -> end.ended(observer);
            case Exit.FAILED -> end.failed(requireNonNull(failure), observer);
            case Exit.CANCELLED -> end.cancelled();
            default -> throw new IllegalStateException("a path cannot end with " + how);
        }
        atEnd.run();
    }
}
