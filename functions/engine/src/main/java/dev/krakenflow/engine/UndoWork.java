package dev.krakenflow.engine;

import dev.krakenflow.failure.Failure;
import dev.krakenflow.failure.FailureCode;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Undoes some stages, one after another, all of them even if some cannot be undone, in a time of their own. Everything here
 * happens in {@link Turns}, so that many stages need no more stack than one.
 */
final class UndoWork {
    /** As long as undoing takes at most. */
    static final Duration TIME = Duration.ofSeconds(30);

    private static final String DETAIL = "not all was undone within " + TIME.toSeconds() + " s";

    private final Run run;
    private final Iterator<Undo> stages;
    private final Undos undos;
    private final Runnable done;
    private final Deadline deadline;
    private boolean late;

    /**
     * @param stages in the order in which they are undone
     * @param deadline when all must be, see {@link #deadline}
     * @param undos is told of each
     * @param done is told when all are
     */
    UndoWork(Run run, List<Undo> stages, Deadline deadline, Undos undos, Runnable done) {
        this.run = run;
        this.stages = stages.iterator();
        this.undos = undos;
        this.done = done;
        this.deadline = deadline;
    }

    /** When everything must be undone because of something that happens now. */
    static Deadline deadline(Scheduler scheduler) {
        return new Deadline(scheduler.nanoTime() + TIME.toNanos(), FailureCode.TIMEOUT, DETAIL);
    }

    void start() {
        if (stages.hasNext()) {
            Undo stage = stages.next();
            stage.how()
                    .call(stage, run, deadline)
                    .subscribe()
                    .with(result -> settle(stage, null), thrown -> settle(stage, thrown));
        } else {
            done.run();
        }
    }

    private void settle(Undo stage, @Nullable Throwable thrown) {
        run.turns().add(() -> {
            if (thrown != null && !late) {
                // Of all that cannot be undone any more when the time is over, the first is told.
                late = deadline.passed(run.scheduler().nanoTime());
                Failure failure = run.told(Failures.of(thrown, null)).failure();
                run.log().inCompensation(run.hidden(failure));
            }
            undos.undone(stage.place().name(), thrown == null);
            start();
        });
    }
}
