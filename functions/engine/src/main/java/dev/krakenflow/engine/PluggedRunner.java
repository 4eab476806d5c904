package dev.krakenflow.engine;

import dev.krakenflow.failure.FailureCode;
import java.time.Duration;

/** A pipeline as others plug it. */
record PluggedRunner(ProgramRunner program, Duration timeout) {

    /**
     * When a run of it that starts now must be over. That is the failure {@code timeout}: only the run itself has a
     * budget.
     */
    Deadline deadline(long now, Deadline whole) {
        String detail = "the pipeline \"" + program.pipeline() + "\" was not done within " + timeout.toMillis() + " ms";
        return whole.orEarlier(new Deadline(now + Deadline.nanos(timeout), FailureCode.TIMEOUT, detail));
    }
}
