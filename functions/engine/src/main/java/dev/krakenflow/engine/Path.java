package dev.krakenflow.engine;

import static java.util.Objects.requireNonNull;

import dev.krakenflow.expression.Evaluation;
import dev.krakenflow.failure.Failure;
import dev.krakenflow.failure.FailureCode;
import dev.krakenflow.failure.FailurePlace;
import dev.krakenflow.plan.Place;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One event on its way through one program: the loop over "the next component". A component that does not wait costs
 * nothing but itself; one that waits ends the turn, and the path goes on in another turn when the answer is there.
 * Everything here happens in {@link Turns}.
 */
final class Path implements Origin {

    private final Run run;
    private final ProgramRunner program;
    private final RunObserver observer;
    private final PathEnd end;
    private final Pace pace = new Pace();

    private Map<String, Object> event;
    private long hops;
    private @Nullable ComponentRunner inside;
    private Deadline deadline;
    private boolean skipped;
    private boolean cancelled;
    private @Nullable Wait wait;

    /** @param hops the components that the event passed before */
    Path(Run run, ProgramRunner program, Map<String, Object> event, long hops, RunObserver observer, PathEnd end) {
        this.run = run;
        this.program = program;
        this.event = event;
        this.hops = hops;
        this.observer = observer;
        this.end = end;
        this.deadline = run.budget();
    }

    /** Goes from the first component as far as it gets without waiting. */
    void start() {
        goOn(program.start());
    }

    /** Stops waiting, and with it the call under way. The path is never heard of again. */
    void cancel() {
        cancelled = true;
        Wait under = wait;
        wait = null;
        if (under != null) {
            under.cancel();
        }
    }

    // What components need.

    Map<String, Object> event() {
        return event;
    }

    void becomes(Map<String, Object> changed) {
        event = changed;
    }

    /** Says that the component's condition did not hold. */
    void skipped() {
        skipped = true;
    }

    /** Bounds the component that the event is in. */
    void within(Duration timeout, FailureCode code, String what) {
        String detail = what + " was not done within " + timeout.toMillis() + " ms";
        deadline = deadline.orEarlier(new Deadline(run.scheduler().nanoTime() + Deadline.nanos(timeout), code, detail));
    }

    /** What the component's expressions are given; {@code $event} is the event as it is now. */
    Evaluation evaluation() {
        return new Evaluation(new Variables(this, place().name(), event), deadline.atNanos());
    }

    /** A call that the component makes. */
    CallSite callOf(Map<String, Object> args) {
        Place place = place();
        Map<String, String> tracing = run.options().tracing();
        return new CallSite(args, deadline, this, place.name(), place.pointer(), tracing, observer);
    }

    /** Subscribes now and goes on with the component when there is an answer. */
    int await(Uni<?> answer, Wait.Then then) {
        wait = new Wait(this, then);
        wait.on(answer);
        return ComponentRunner.WAITS;
    }

    // Where it comes from.

    @Override
    public String pipeline() {
        return program.pipeline();
    }

    @Override
    public String eventId() {
        return run.eventId();
    }

    @Override
    public @Nullable Map<String, Object> trigger() {
        return run.options().trigger();
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
            fail(thrown);
            return;
        }
        goOn(next);
    }

    private void goOn(int from) {
        int next = from;
        try {
            while (next >= 0 && mayGoOn(next)) {
                next = pass(program.at(next));
            }
        } catch (Throwable thrown) {
            fail(thrown);
            return;
        }
        if (next == ComponentRunner.END) {
            end.completed(event);
        } else if (next == ComponentRunner.DEAD_END) {
            end.ended();
        }
    }

    private int pass(ComponentRunner component) {
        inside = component;
        pace.passed(component.evaluates());
        observer.entered(program.pipeline(), component.component(), event);
        run.count(++hops);
        return left(component.enter(this));
    }

    private int left(int next) {
        if (next == ComponentRunner.WAITS) {
            return next;
        }
        if (next == ComponentRunner.DEAD_END) {
            observer.ended();
        } else {
            observer.left(event, skipped);
        }
        inside = null;
        skipped = false;
        deadline = run.budget();
        return next;
    }

    /** Looks, now and then, whether the run may go on and whether somebody else wants the thread. */
    private boolean mayGoOn(int next) {
        if (!pace.wantsLook()) {
            return true;
        }
        if (isCancelled()) {
            return false;
        }
        long now = run.scheduler().nanoTime();
        pace.looked(now);
        if (deadline.passed(now)) {
            throw new RunException(deadline.failure(), null);
        }
        if (run.turns().sliceOver(now)) {
            run.turns().add(() -> goOnAgain(next));
            return false;
        }
        return true;
    }

    private void goOnAgain(int next) {
        if (!isCancelled()) {
            goOn(next);
        }
    }

    /** Whether this path, or all of them, was cancelled; all are before their turn to stop comes. */
    private boolean isCancelled() {
        return cancelled || run.isOver();
    }

    private void fail(Throwable thrown) {
        RunException failed = placed(Failures.of(thrown, null));
        observer.failed(failed.failure());
        end.failed(failed);
    }

    /** The innermost path adds the place, once. */
    private RunException placed(RunException failed) {
        Failure failure = failed.failure();
        if (failure.place().pipeline() != null) {
            return failed;
        }
        FailurePlace place = failure.place().withRun(program.pipeline(), run.eventId());
        if (inside != null) {
            place = place.withComponent(place().name(), place().pointer());
        }
        Failure counting = deadline.over(failure, run.scheduler().nanoTime());
        return new RunException(counting.at(place), failed.getCause());
    }

    private Place place() {
        return requireNonNull(inside).component().place();
    }
}
