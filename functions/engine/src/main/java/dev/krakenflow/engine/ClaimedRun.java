package dev.krakenflow.engine;

import dev.krakenflow.failure.Failure;
import dev.krakenflow.failure.FailureCode;
import dev.krakenflow.failure.FailurePlace;
import dev.krakenflow.idempotency.Claim;
import dev.krakenflow.idempotency.IdempotencyKey;
import io.smallrye.mutiny.subscription.Cancellable;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One event of a call that may come again: claims its key, and runs only if nothing is known of the call; what comes out
 * is kept before it is told. The claim has the time of the run. A run that is cancelled leaves its mark, because what it
 * did is done: the call can come again when the mark has ended. Everything here happens in {@link Turns}.
 */
final class ClaimedRun implements EventRun {
    private static final String INSTANCE = "/idempotency/key";

    private final LoadedPlan plan;
    private final Invocation invocation;
    private final Consumer<List<Outcome>> done;
    private final EventOrigin origin;
    private final Deadline budget;
    private RunObserver observer = RunObserver.NONE;
    private @Nullable Run run;
    private boolean known;
    private boolean ran;
    private boolean over;

    /** @param done is told once; after a cancel too, when the run has left everything */
    ClaimedRun(LoadedPlan plan, Invocation invocation, Consumer<List<Outcome>> done) {
        RunOptions options = invocation.options();
        this.plan = plan;
        this.invocation = invocation;
        this.done = done;
        this.origin = new EventOrigin(
                plan.program().pipeline(), new EventId(plan.ports().eventIds()), options.trigger());
        this.budget = plan.budget(options);
    }

    @Override
    public void start(Object event) {
        Map<String, Object> entering;
        try {
            entering = plan.program().event(event);
            plan.program().checkInput(entering);
        } catch (Throwable refused) {
            // A run fails with it, and knows how.
            run = new Run(plan, invocation, done);
            run.start(event);
            return;
        }
        observer = plan.observer().begin(origin.id(), invocation.options());
        try {
            claim(entering);
        } catch (Throwable thrown) {
            refuse(thrown);
        }
    }

    @Override
    public void cancel() {
        over = true;
        if (run != null) {
            run.cancel();
        } else {
            if (!ran) {
                observer.finished(List.of());
            }
            done.accept(List.of());
        }
    }

    private void claim(Map<String, Object> event) {
        CallMark mark = plan.mark(event, invocation.options(), origin, budget);
        Scheduler scheduler = plan.ports().scheduler();
        Cancellable timer = scheduler.after(budget.left(scheduler.nanoTime()), () -> turn(this::tooLate));
        plan.ports()
                .answers()
                .claim(keyOf(mark), mark.fingerprint(), running())
                .onTermination()
                .invoke(timer::cancel)
                .subscribe()
                .with(claim -> turn(() -> claimed(claim, mark, event)), thrown -> turn(() -> refuse(thrown)));
    }

    /** The claim is not cancelled: a mark that it may still be granted is given back. */
    private void tooLate() {
        if (!known) {
            refuse(budget.exception());
        }
    }

    private IdempotencyKey keyOf(CallMark mark) {
        return new IdempotencyKey(origin.pipeline(), mark.key());
    }

    /** How long the run can take, with what it does at its end. */
    private Duration running() {
        Duration left = budget.left(plan.ports().scheduler().nanoTime());
        Duration undoing = plan.plan().compensates() ? UndoWork.TIME : Duration.ZERO;
        return left.plus(undoing).plus(plan.plan().handlers().finallyTimeout());
    }

    private void claimed(Claim claim, CallMark mark, Map<String, Object> event) {
        known = true;
        switch (claim) {
            case Claim.Granted granted -> run(granted.token(), mark, event);
            case Claim.Answered answered -> replay(answered.answer());
            case Claim.Mismatch other ->
                refuse(Failure.of(
                        FailureCode.IDEMPOTENCY_MISMATCH,
                        "the key belongs to another event; send this one with its own"));
            case Claim.Running running ->
                refuse(Failure.of(FailureCode.IN_PROGRESS, "the same call is running; send it again for its answer")
                        .withRetryAfter(running.left()));
        }
    }

    private void run(String token, CallMark mark, Map<String, Object> event) {
        if (over) {
            plan.ports().answers().release(keyOf(mark), token);
            return;
        }
        run = new Run(plan, invocation, outcomes -> ran(token, mark, outcomes));
        run.start(event, origin.id(), budget, observer);
    }

    /** The place stays taken until the answer is kept: the next event may be the same one. */
    private void ran(String token, CallMark mark, List<Outcome> outcomes) {
        run = null;
        ran = true;
        if (invocation.isOver()) {
            done.accept(outcomes);
            return;
        }
        invocation.takePlace();
        plan.ports()
                .answers()
                .keep(keyOf(mark), token, outcomes, mark.ttl())
                .subscribe()
                .with(kept -> turn(() -> end(outcomes)));
    }

    private void replay(byte[] answer) {
        List<Outcome> outcomes;
        try {
            outcomes = StoredOutcomes.read(answer);
        } catch (RuntimeException unreadable) {
            refuse(unreadable);
            return;
        }
        endWithoutRun(outcomes);
    }

    private void refuse(Failure failure) {
        refuse(new RunException(failure, null));
    }

    private void refuse(Throwable thrown) {
        if (over) {
            return;
        }
        RunException failed =
                budget.over(Failures.of(thrown, null), plan.ports().scheduler().nanoTime());
        String step = failed.failure().place().step();
        FailurePlace place = new FailurePlace(
                origin.pipeline(), null, step == null ? null : INSTANCE, step, null, null, origin.eventId());
        Failure failure = failed.failure().at(place);
        if (failure.is(FailureCode.INTERNAL) && failed.getCause() != null) {
            log().unexpected(failure, failed.getCause());
        }
        Failure hidden = plan.ports().secrets().hideIn(failure);
        log().answered(hidden);
        endWithoutRun(List.of(new Outcome.Failed(hidden, List.of())));
    }

    private FailureLog log() {
        return plan.ports().log().ofRun(observer.tracing(invocation.options().tracing()));
    }

    private void endWithoutRun(List<Outcome> outcomes) {
        if (!over) {
            observer.finished(outcomes);
            end(outcomes);
        }
    }

    private void end(List<Outcome> outcomes) {
        if (!over) {
            over = true;
            invocation.pathEnded();
            done.accept(outcomes);
        }
    }

    private void turn(Runnable turn) {
        invocation.turns().add(turn);
    }
}
