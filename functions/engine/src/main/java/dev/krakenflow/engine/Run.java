package dev.krakenflow.engine;

import dev.krakenflow.failure.Failure;
import dev.krakenflow.failure.FailureCode;
import dev.krakenflow.plan.Limits;
import dev.krakenflow.plan.Memo;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One event through one plan, from its entry to the outcomes of all that composers made of it: what its paths share.
 * Everything here happens in {@link Turns}.
 */
final class Run implements EventRun {
    private final LoadedPlan plan;
    private final Invocation invocation;
    private final Consumer<List<Outcome>> done;
    private final Slot slots = new Slot(this);
    private RunObserver observer = RunObserver.NONE;

    private long components;
    private long finished;
    private int going;
    private int events;

    /** @param done is told once; after a cancel too, when its paths have left everything */
    Run(LoadedPlan plan, Invocation invocation, Consumer<List<Outcome>> done) {
        this.plan = plan;
        this.invocation = invocation;
        this.done = done;
    }

    @Override
    public void start(Object event) {
        EventId id = newId();
        Deadline budget = plan.budget(options());
        begin(id, budget, plan.observer().begin(id, options())).loop().enter(event);
    }

    /** Starts with an event that may enter, by an id, within a budget and under the eyes that it has already. */
    void start(Map<String, Object> entering, EventId id, Deadline budget, RunObserver watching) {
        begin(id, budget, watching).start(entering);
    }

    private Path begin(EventId id, Deadline budget, RunObserver watching) {
        observer = watching;
        going = 1;
        events = 1;
        PipelineFrame frame = PipelineFrame.outermost(plan.program(), budget);
        return new Path(this, slots.insert(), frame, id, watching.path());
    }

    @Override
    public void cancel() {
        slots.cancelAll();
    }

    /** Whoever watches the run. */
    RunObserver observer() {
        return observer;
    }

    Turns turns() {
        return invocation.turns();
    }

    RunOptions options() {
        return invocation.options();
    }

    /** What composers remember. */
    MemoSource memos(Memo.Scope scope) {
        return switch (scope) {
            case PIPELINE -> plan.ports().memos();
            case INVOCATION -> new RequestMemos(invocation.memos(), scheduler());
        };
    }

    Scheduler scheduler() {
        return plan.ports().scheduler();
    }

    EventId newId() {
        return new EventId(plan.ports().eventIds());
    }

    /** Whether nobody waits for the outcome any more. */
    boolean isOver() {
        return invocation.isOver();
    }

    /**
     * Counts one more component.
     *
     * @param hops the components that its event passed, with this one
     * @param last whether it is one of those that a pipeline passes at last, however many came before
     * @throws RunException {@code loop-limit}
     */
    void count(long hops, boolean last) {
        if (!last) {
            components++;
        }
        Limits limits = plan.limits();
        if (hops > limits.maxHops()) {
            throw overLimit("an event may pass " + limits.maxHops() + " components (max_hops)");
        }
        if (components > limits.maxComponents() && !last) {
            throw overLimit("a run may pass " + limits.maxComponents() + " components (max_components)");
        }
    }

    /** The failure {@code too-many-events} when so many events may not go on in place of one; null when they may. */
    @Nullable Failure refusal(int composed) {
        int most = plan.limits().maxEvents();
        return composed - 1 <= most - events
                ? null
                : Failure.of(FailureCode.TOO_MANY_EVENTS, "a run may have " + most + " events (max_events)");
    }

    /** Takes paths that a composer made, in their order, beside the one that goes on. */
    void add(List<Path> paths) {
        events += paths.size();
        going += paths.size();
        invocation.queue(paths);
    }

    /** The event of a path is a result. */
    void completed(Slot slot, Map<String, Object> event, PathObserver path) {
        slot.ends(new Outcome.Completed(event, path.entries()));
        left();
    }

    /** The event of a path ended, and gives no result: it counts no more. */
    void ended(Slot slot, PathObserver path) {
        events--;
        slot.ends(new Outcome.Ended(path.entries()));
        if (!slot.isAlone()) {
            slot.remove();
        }
        left();
    }

    /** The event of a path failed, at a known place. */
    void failed(Slot slot, RunException failed, PathObserver path) {
        Failure failure = hidden(failed.failure());
        slot.ends(new Outcome.Failed(failure, path.entries()));
        if (!isOver()) {
            log().answered(failure);
        }
        left();
    }

    /** The path was cancelled, and nobody wants to know what became of its event. */
    void cancelled(Slot slot) {
        slot.ends(null);
        left();
    }

    /** Tells the log of a failure that nobody expected, unless it knows. */
    RunException told(RunException failed) {
        Throwable cause = failed.getCause();
        if (cause == null || failed.isTold() || !failed.failure().is(FailureCode.INTERNAL)) {
            return failed;
        }
        log().unexpected(failed.failure(), cause);
        return failed.told();
    }

    /** The failure without secrets. */
    Failure hidden(Failure failure) {
        return plan.ports().secrets().hideIn(failure);
    }

    /** The value of {@code $error}. */
    Map<String, Object> errorOf(Failure failure) {
        return ErrorVariable.of(hidden(failure));
    }

    /** Of this run: asked for only when there is something to tell. */
    FailureLog log() {
        return plan.ports().log().ofRun(observer.tracing(options().tracing()));
    }

    /** The number of a stage that can be undone and is finished now, from 1. */
    long finishes() {
        return ++finished;
    }

    /** How many of them there were. */
    long finished() {
        return finished;
    }

    private void left() {
        going--;
        invocation.pathEnded();
        if (going == 0) {
            List<Outcome> outcomes = slots.outcomes();
            observer.finished(isOver() ? List.of() : outcomes);
            done.accept(outcomes);
        }
    }

    private static RunException overLimit(String what) {
        return new RunException(Failure.of(FailureCode.LOOP_LIMIT, what), null);
    }
}
