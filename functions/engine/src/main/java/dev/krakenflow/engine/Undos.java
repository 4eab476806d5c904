package dev.krakenflow.engine;

import dev.krakenflow.failure.Failure;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one event finished that can be undone, what was undone, and what is being undone beside its path. A branch has its
 * own, which becomes a part of this one at its end. Everything here happens in {@link Turns}.
 */
final class Undos {
    private static final String COMPENSATED = "compensated";
    private static final String COMPENSATION_FAILED = "compensation_failed";

    private final Run run;
    private final List<String> compensated = new ArrayList<>();
    private final List<String> failed = new ArrayList<>();
    private final List<Runnable> waiting = new ArrayList<>();
    private List<Undo> finished = new ArrayList<>();
    private boolean inOrder = true;
    private List<Path> stopped = new ArrayList<>();
    private int underWay;
    private @Nullable Undos around;

    Undos(Run run) {
        this.run = run;
    }

    /** A stage finished, or may have done something. */
    void add(CompensationRunner how, Position position) {
        long number = run.finishes();
        finished.add(new Undo(number, how, position.visit().place(), position.origin(), position.event()));
    }

    /** A branch that began here came to its end: what it finished is undone when this event fails later. */
    void keep(Path branch) {
        Undos its = branch.undos();
        inOrder &= its.finished.isEmpty();
        finished.addAll(its.finished);
        stopped.addAll(its.stopped);
        joins(its);
    }

    /** This path is stopped, and with it a branch that goes on: what that finished is undone with all other. */
    void stop(Path branch) {
        if (branch.stop()) {
            stopped.add(branch);
        } else {
            waitFor(branch);
        }
        keep(branch);
    }

    /**
     * Branches that began here failed, or are of no use any more: those that go on are stopped, and what all of them
     * finished is undone at once, newest first.
     */
    void lose(List<Path> branches) {
        List<Undo> lost = new ArrayList<>();
        List<Path> leaving = new ArrayList<>();
        for (Path branch : branches) {
            if (branch.stop()) {
                leaving.add(branch);
            } else {
                waitFor(branch);
            }
            Undos its = branch.undos();
            lost.addAll(its.finished);
            leaving.addAll(its.stopped);
            joins(its);
        }
        lost.sort(Comparator.comparingLong(Undo::number));
        undo(lost, UndoWork.deadline(run.scheduler()), leaving);
    }

    /** Whether nothing finished since then, and nothing is being undone. */
    boolean isEmpty(long since) {
        boolean none = finished.isEmpty() || finishedInOrder().getLast().number() <= since;
        return none && stopped.isEmpty() && underWay == 0;
    }

    /**
     * Undoes, on subscription, what finished since then, when all else is undone; never fails, and is not stopped by a
     * cancel.
     *
     * @param since the number of the last that is left as it is
     * @param deadline when everything must be undone
     */
    Uni<Void> undo(long since, Deadline deadline) {
        return Uni.createFrom()
                .emitter(emitter -> whenIdle(() -> {
                    undo(taken(since), deadline, stopped);
                    stopped = new ArrayList<>();
                    whenIdle(() -> emitter.complete(null));
                }));
    }

    /** The failure, which tells what was undone. */
    Failure toldIn(Failure failure) {
        Failure told = compensated.isEmpty() ? failure : failure.with(COMPENSATED, List.copyOf(compensated));
        return failed.isEmpty() ? told : told.with(COMPENSATION_FAILED, List.copyOf(failed));
    }

    /** The work on one stage is over. */
    void undone(String stage, boolean success) {
        if (around != null) {
            around.undone(stage, success);
        } else {
            (success ? compensated : failed).add(stage);
        }
    }

    /** Oldest first; put in order when somebody asks, because thousands of items may end before. */
    private List<Undo> finishedInOrder() {
        if (!inOrder) {
            finished.sort(Comparator.comparingLong(Undo::number));
            inOrder = true;
        }
        return finished;
    }

    private List<Undo> taken(long since) {
        int first = finishedInOrder().size();
        while (first > 0 && finished.get(first - 1).number() > since) {
            first--;
        }
        List<Undo> taken = List.copyOf(finished.subList(first, finished.size()));
        finished = new ArrayList<>(finished.subList(0, first));
        return taken;
    }

    /** Undoes all, then lets the paths go that were stopped. */
    private void undo(List<Undo> oldestFirst, Deadline deadline, List<Path> leaving) {
        underWay++;
        new UndoWork(run, oldestFirst.reversed(), deadline, this, () -> {
                    leaving.forEach(this::waitFor);
                    leaving.forEach(Path::leave);
                    settle();
                })
                .start();
    }

    private void waitFor(Path path) {
        underWay++;
        path.whenOver(this::settle);
    }

    private void joins(Undos branch) {
        compensated.addAll(branch.compensated);
        failed.addAll(branch.failed);
        branch.finished = new ArrayList<>();
        branch.stopped = new ArrayList<>();
        branch.around = this;
        underWay++;
        branch.whenIdle(this::settle);
    }

    private void whenIdle(Runnable then) {
        if (underWay == 0) {
            then.run();
        } else {
            waiting.add(then);
        }
    }

    private void settle() {
        underWay--;
        if (underWay == 0) {
            List<Runnable> all = List.copyOf(waiting);
            waiting.clear();
            all.forEach(Runnable::run);
        }
    }
}
