package dev.krakenflow.engine;

import static java.util.Objects.requireNonNull;

import dev.krakenflow.failure.Failure;
import dev.krakenflow.failure.FailureCode;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The {@code finally} of one run of a pipeline: waits for the last of the paths that came into it. Everything here happens
 * in {@link Turns}.
 */
final class Finals {
    private final ProgramRunner program;
    private final Duration timeout;
    private int inside = 1;
    private boolean several;
    private @Nullable Map<String, Object> begun;
    private @Nullable Failure failed;

    Finals(ProgramRunner program, Duration timeout) {
        this.program = program;
        this.timeout = timeout;
    }

    /** The run begins with this event; without one there is nothing to do. */
    void begins(Map<String, Object> event) {
        begun = event;
    }

    /** A composer inside made so many more events of one. */
    void splits(int others) {
        inside += others;
        several = true;
    }

    /**
     * One event leaves.
     *
     * @return whether it was the last, and there is something to do
     */
    boolean left(@Nullable Failure failure) {
        failed = failed == null ? failure : failed;
        inside--;
        return inside == 0 && begun != null;
    }

    /**
     * Passes the components on subscription; never fails, and is not stopped by a cancel.
     *
     * @param last the path that left last, in the pipeline still
     */
    Uni<Void> run(Path last) {
        Map<String, Object> event = several ? requireNonNull(begun) : last.event();
        long until = last.run().scheduler().nanoTime() + Deadline.nanos(timeout);
        String detail = "finally was not done within " + timeout.toMillis() + " ms";
        Deadline deadline = new Deadline(until, FailureCode.TIMEOUT, detail);
        return Uni.createFrom().emitter(emitter -> {
            PathEnd end = new FinalEnd(last.run(), () -> emitter.complete(null));
            last.last(end, program, deadline, failed).start(event);
        });
    }
}
