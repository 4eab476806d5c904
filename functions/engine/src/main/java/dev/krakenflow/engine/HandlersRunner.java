package dev.krakenflow.engine;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a pipeline does at the end of a run, ready to run.
 *
 * @param onError what an event passes when a component failed; null: nothing
 * @param lastly what it passes after everything, {@code finally}; null: nothing
 * @param finallyTimeout how long that may take
 */
record HandlersRunner(
        @Nullable ProgramRunner onError, @Nullable ProgramRunner lastly, Duration finallyTimeout) {

    /** Of a pipeline that does nothing then, and of a branch. */
    static final HandlersRunner NONE = new HandlersRunner(null, null, Duration.ZERO);

    /** What waits for the end of one run of the pipeline; null: nothing is done then. */
    @Nullable Finals finals() {
        return lastly == null ? null : new Finals(lastly, finallyTimeout);
    }
}
