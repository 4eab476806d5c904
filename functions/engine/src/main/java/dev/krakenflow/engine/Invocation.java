package dev.krakenflow.engine;

import io.smallrye.mutiny.subscription.Cancellable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The events that one caller gave at once, each with its {@link Run}, at most {@code concurrency} of them at the same
 * time. Holds its plan until it is over.
 */
final class Invocation implements Cancellable {
    private final LoadedPlan plan;
    private final List<?> events;
    private final RunOptions options;
    private final Consumer<List<List<Outcome>>> done;
    private final Turns turns;
    private final AtomicBoolean over = new AtomicBoolean();

    private final @Nullable Run[] runs;
    private final List<List<Outcome>> outcomes;
    private int started;
    private int finished;

    /** @param done is told the outcomes of each event, in their order; never after a cancel */
    Invocation(LoadedPlan plan, List<?> events, RunOptions options, Consumer<List<List<Outcome>>> done) {
        this.plan = plan;
        this.events = events;
        this.options = options;
        this.done = done;
        this.turns = new Turns(plan.ports().scheduler(), this::log);
        this.runs = new Run[events.size()];
        this.outcomes = new ArrayList<>(events.size());
    }

    void start() {
        plan.retain();
        turns.add(this::startFirst);
    }

    @Override
    public void cancel() {
        if (over.compareAndSet(false, true)) {
            turns.add(this::stop);
        }
    }

    Turns turns() {
        return turns;
    }

    RunOptions options() {
        return options;
    }

    boolean isOver() {
        return over.get();
    }

    private void startFirst() {
        for (int i = 0; i < events.size(); i++) {
            outcomes.add(List.of());
        }
        int first = Math.min(events.size(), plan.limits().concurrency());
        for (int i = 1; i < first; i++) {
            turns.add(this::startNext);
        }
        startNext();
        finishWhenAllAre();
    }

    private void startNext() {
        if (isOver() || started == events.size()) {
            return;
        }
        int index = started++;
        Run run = new Run(plan, this, came -> finished(index, came));
        runs[index] = run;
        run.start(events.get(index));
    }

    private void finished(int index, List<Outcome> came) {
        runs[index] = null;
        outcomes.set(index, came);
        finished++;
        if (started < events.size()) {
            turns.add(this::startNext);
        }
        finishWhenAllAre();
    }

    private void finishWhenAllAre() {
        if (finished == events.size() && over.compareAndSet(false, true)) {
            plan.release();
            done.accept(outcomes);
        }
    }

    /** What a turn threw: only whoever waits for the outcomes can do that. */
    private void log(Throwable thrown) {
        plan.ports().log().unexpected(Failures.of(thrown, null).failure(), thrown);
    }

    private void stop() {
        for (Run run : runs) {
            if (run != null) {
                run.cancel();
            }
        }
        Arrays.fill(runs, null);
        plan.release();
    }
}
