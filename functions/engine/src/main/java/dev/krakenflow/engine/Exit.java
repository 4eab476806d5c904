package dev.krakenflow.engine;

import dev.krakenflow.failure.Failure;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The way of one event out of the pipelines that it is in, level by level. A failure may be caught by the component that it
 * is in; if not, the pipeline undoes what was finished in it, handles the failure or not, and does what it does at last. All
 * of that goes on when the path is cancelled meanwhile. Every method says where the path goes on, as {@link
 * ComponentRunner#enter}, or how it ends.
 */
final class Exit {
    /** The event is a result. */
    static final int RESULT = -5;

    /** The event failed. */
    static final int FAILED = -6;

    /** The path was cancelled, and the event left everything. */
    static final int CANCELLED = -7;

    private final Path path;
    private final Position position;
    private @Nullable Deadline undoneBy;

    Exit(Path path) {
        this.path = path;
        this.position = path.position();
    }

    /** The event is at the end of its pipeline, and comes out of that. */
    int completed() {
        return last(null, () -> {
            if (position.frame().plugged() == null) {
                return settled(RESULT);
            }
            return path.isCancelled() ? cancelledAround() : path.loop().comeOut();
        });
    }

    /** The event ends without a result. */
    int ended() {
        return last(null, () -> outwards(ComponentRunner.DEAD_END));
    }

    /** The path was stopped: nobody handles anything. What a branch finished is undone by whoever stopped it. */
    int cancelled() {
        IntSupplier out = () -> last(null, () -> outwards(CANCELLED));
        return position.isBranch() ? out.getAsInt() : undone(0, out);
    }

    /** The event failed, in a component or between two. */
    int failed(RunException failed) {
        if (!position.visit().isInside()) {
            return leavesPipeline(failed);
        }
        RunException own = told(position.owned(failed));
        CatchRunner runner = own.isCatchable() ? catches(own.failure()) : null;
        if (runner == null) {
            path.observer().failed(own.failure());
            return leavesPipeline(own);
        }
        return undone(Long.MAX_VALUE, () -> path.isCancelled() ? cancelled() : caught(runner, told(own)));
    }

    private @Nullable CatchRunner catches(Failure failure) {
        Catches catches = position.visit().component().catches();
        return catches == null ? null : catches.of(failure);
    }

    private int caught(CatchRunner runner, RunException failed) {
        position.visit().fails(position.frame().deadline());
        try {
            return path.loop().left(runner.enter(position, path.run().errorOf(failed.failure())));
        } catch (Throwable thrown) {
            RunException again = path.run().told(position.placed(thrown));
            path.observer().failed(again.failure());
            return leavesPipeline(again);
        }
    }

    private int leavesPipeline(RunException failed) {
        if (position.isBranch() && position.frame().plugged() == null) {
            return path.waitsForUndo() && !failed.endsAllAround()
                    ? undone(0, () -> path.fails(told(failed)))
                    : path.fails(failed);
        }
        return undone(position.frame().finishedBefore(), () -> path.isCancelled() ? cancelled() : handled(failed));
    }

    private int handled(RunException thrown) {
        RunException failed = told(thrown);
        ProgramRunner onError = position.program().handlers().onError();
        if (onError == null || !position.visit().isInside() || !failed.isCatchable() || position.isLate()) {
            return last(failed.failure(), () -> leaves(failed));
        }
        return position.handles(onError, failed.failure());
    }

    private int leaves(RunException failed) {
        if (position.frame().plugged() == null) {
            return path.fails(failed);
        }
        if (path.isCancelled()) {
            return cancelledAround();
        }
        Deadline inside = position.frame().deadline();
        boolean own = position.comesOut().deadline() != inside && failed.over() == inside;
        return failed(own ? position.timeout(inside) : failed);
    }

    /** The failure, which tells what was undone. */
    private RunException told(RunException failed) {
        return path.undoesNothing() ? failed : failed.with(path.undos().toldIn(failed.failure()));
    }

    private int cancelledAround() {
        position.comesOut();
        return cancelled();
    }

    private int outwards(int how) {
        if (position.frame().plugged() == null) {
            return settled(how);
        }
        position.comesOut();
        return last(null, () -> outwards(how));
    }

    /** Undoes what was finished since this number. */
    private int undone(long since, IntSupplier then) {
        if (path.undoesNothing() || path.undos().isEmpty(since)) {
            return then.getAsInt();
        }
        if (undoneBy == null) {
            undoneBy = UndoWork.deadline(path.run().scheduler());
        }
        return path.awaitLast(path.undos().undo(since, undoneBy), it -> then.getAsInt());
    }

    /** What the pipeline does at last, when this is the last of its paths. */
    private int last(@Nullable Failure failure, IntSupplier then) {
        Finals finals = position.frame().finals();
        if (finals == null || !finals.left(failure)) {
            return then.getAsInt();
        }
        return path.awaitLast(finals.run(path), it -> then.getAsInt());
    }

    /** Waits for what is undone beside the path; what began a branch does that for it. */
    private int settled(int how) {
        return position.isBranch() ? how : undone(Long.MAX_VALUE, () -> how);
    }
}
