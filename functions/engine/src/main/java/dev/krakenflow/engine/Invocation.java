package dev.krakenflow.engine;

import io.smallrye.mutiny.subscription.Cancellable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The events that one caller gave at once, each with its {@link Run}. At most {@code concurrency} paths go on at the same
 * time, those of composed events among them; one at a time where a composer remembers something. A composed event goes
 * before an event that has not begun, and the first of several takes the place of the one it was made of: so one place
 * is enough, and with one the order is that of the results. Holds its plan until all of its paths have left everything.
 */
final class Invocation implements Cancellable {
    private final LoadedPlan plan;
    private final List<?> events;
    private final RunOptions options;
    private final Consumer<List<List<Outcome>>> done;
    private final Turns turns;
    private final AtomicBoolean over = new AtomicBoolean();

    private final @Nullable EventRun[] runs;
    private final List<List<Outcome>> outcomes;
    private @Nullable Deque<Path> composed;
    private @Nullable InvocationMemos memos;
    private int places;
    private int started;
    private int finished;
    private boolean stopped;

    /** @param done is told the outcomes of each event, in their order; never after a cancel */
    Invocation(LoadedPlan plan, List<?> events, RunOptions options, Consumer<List<List<Outcome>>> done) {
        if (options.identity().key() != null && events.size() != 1) {
            throw new IllegalArgumentException("a caller's key is for one event");
        }
        this.plan = plan;
        this.events = events;
        this.options = options;
        this.done = done;
        this.turns = new Turns(plan.ports().scheduler(), this::log);
        this.memos = options.memos();
        this.places = plan.pathsAtOnce();
        this.runs = new EventRun[events.size()];
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

    /** What composers remember until the request is over; made when one asks. */
    InvocationMemos memos() {
        if (memos == null) {
            memos = new InvocationMemos();
        }
        return memos;
    }

    boolean isOver() {
        return over.get();
    }

    private void startFirst() {
        for (int i = 0; i < events.size(); i++) {
            outcomes.add(List.of());
        }
        int first = Math.min(events.size(), places);
        for (int i = 1; i < first; i++) {
            turns.add(this::startNext);
        }
        startNext();
        finishWhenAllAre();
    }

    /** Takes paths that go on as soon as there are places for them. */
    void queue(List<Path> paths) {
        if (composed == null) {
            composed = new ArrayDeque<>();
        }
        for (int i = paths.size() - 1; i >= 0; i--) {
            composed.addFirst(paths.get(i));
        }
        for (int i = Math.min(places, paths.size()); i > 0; i--) {
            turns.add(this::startNext);
        }
    }

    /** A path gives its place back. */
    void pathEnded() {
        places++;
        if (started < events.size() || (composed != null && !composed.isEmpty())) {
            turns.add(this::startNext);
        }
    }

    /** An event that passes no component any more keeps its place. */
    void takePlace() {
        places--;
    }

    private void startNext() {
        if (isOver() || places < 1) {
            return;
        }
        Path path = composed == null ? null : composed.poll();
        if (path != null) {
            places--;
            path.start();
        } else if (started < events.size()) {
            places--;
            startRun();
        }
    }

    private void startRun() {
        int index = started++;
        Consumer<List<Outcome>> end = came -> finished(index, came);
        EventRun run = plan.mayComeAgain(options) ? new ClaimedRun(plan, this, end) : new Run(plan, this, end);
        runs[index] = run;
        run.start(events.get(index));
    }

    private void finished(int index, List<Outcome> came) {
        runs[index] = null;
        outcomes.set(index, came);
        finished++;
        finishWhenAllAre();
    }

    private void finishWhenAllAre() {
        if (stopped) {
            releaseWhenAllAreStopped();
        } else if (finished == events.size() && over.compareAndSet(false, true)) {
            plan.release();
            done.accept(outcomes);
        }
    }

    /** What a turn threw: only whoever waits for the outcomes can do that. */
    private void log(Throwable thrown) {
        plan.ports().log().unexpected(Failures.of(thrown, null).failure(), thrown);
    }

    private void stop() {
        composed = null;
        for (EventRun run : runs) {
            if (run != null) {
                run.cancel();
            }
        }
        stopped = true;
        releaseWhenAllAreStopped();
    }

    private void releaseWhenAllAreStopped() {
        if (finished == started) {
            plan.release();
        }
    }
}
