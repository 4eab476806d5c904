package dev.krakenflow.engine;

import dev.krakenflow.failure.Failure;
import dev.krakenflow.failure.FailureCode;
import dev.krakenflow.failure.FailurePlace;
import dev.krakenflow.plan.Limits;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One event through one plan, from its entry to its outcome: what is mutable in a run beside its paths. Everything but
 * {@link #eventId} happens in {@link Turns}.
 */
final class Run implements PathEnd {
    private final LoadedPlan plan;
    private final Invocation invocation;
    private final Consumer<List<Outcome>> done;
    private final Deadline budget;
    private final @Nullable History history;

    private long components;
    private @Nullable Path path;
    private @Nullable String eventId;

    /** @param done is told once, unless the run is cancelled before */
    Run(LoadedPlan plan, Invocation invocation, Consumer<List<Outcome>> done) {
        this.plan = plan;
        this.invocation = invocation;
        this.done = done;
        this.budget = plan.budget(options().deadlineNanos());
        this.history = options().debug() ? new History(scheduler()) : null;
    }

    /** Starts with an event that comes from outside, any JSON value. */
    @SuppressWarnings("unchecked")
    void start(Object event) {
        try {
            plan.checkEvent(event);
        } catch (Throwable thrown) {
            failed(placed(Failures.of(thrown, SchemaField.INPUT)));
            return;
        }
        RunObserver observer = history == null ? RunObserver.NONE : history;
        path = new Path(this, plan.program(), (Map<String, Object>) event, 0, observer, this);
        path.start();
    }

    void cancel() {
        if (path != null) {
            path.cancel();
        }
    }

    Turns turns() {
        return invocation.turns();
    }

    RunOptions options() {
        return invocation.options();
    }

    Scheduler scheduler() {
        return plan.ports().scheduler();
    }

    Deadline budget() {
        return budget;
    }

    /** Whether nobody waits for the outcome any more. */
    boolean isOver() {
        return invocation.isOver();
    }

    /** The id of the event, made when it is asked for. From any thread. */
    synchronized String eventId() {
        if (eventId == null) {
            eventId = plan.ports().eventIds().next();
        }
        return eventId;
    }

    /**
     * Counts one more component.
     *
     * @param hops the components that its event passed, with this one
     * @throws RunException {@code loop-limit}
     */
    void count(long hops) {
        components++;
        Limits limits = plan.limits();
        if (hops > limits.maxHops()) {
            throw overLimit("an event may pass " + limits.maxHops() + " components (max_hops)");
        }
        if (components > limits.maxComponents()) {
            throw overLimit("a run may pass " + limits.maxComponents() + " components (max_components)");
        }
    }

    @Override
    public void completed(Map<String, Object> event) {
        try {
            plan.checkResult(event);
        } catch (Throwable thrown) {
            failed(placed(Failures.of(thrown, SchemaField.OUTPUT)));
            return;
        }
        done.accept(List.of(new Outcome.Completed(event, entries())));
    }

    @Override
    public void ended() {
        done.accept(List.of(new Outcome.Ended(entries())));
    }

    @Override
    public void failed(RunException failed) {
        Failure failure = failed.failure();
        Throwable cause = failed.getCause();
        if (cause != null && failure.is(FailureCode.INTERNAL)) {
            plan.ports().log().unexpected(failure, cause);
        }
        done.accept(List.of(new Outcome.Failed(failure, entries())));
    }

    private List<Map<String, Object>> entries() {
        return history == null ? List.of() : history.entries();
    }

    private RunException placed(RunException failed) {
        FailurePlace place = failed.failure().place().withRun(plan.program().pipeline(), eventId());
        return new RunException(failed.failure().at(place), failed.getCause());
    }

    private static RunException overLimit(String what) {
        return new RunException(Failure.of(FailureCode.LOOP_LIMIT, what), null);
    }
}
