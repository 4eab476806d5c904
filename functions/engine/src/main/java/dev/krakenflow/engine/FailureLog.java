package dev.krakenflow.engine;

import dev.krakenflow.failure.Failure;
import java.util.Map;

/**
 * Is told what would be lost otherwise: the causes of failures {@code internal}, which must not be answered, and failures
 * that no answer holds. Called once for each. Thread-safe.
 */
public interface FailureLog {

    /**
     * The log of one run.
     *
     * @param tracing headers of the W3C trace context of the run; may be empty
     */
    default FailureLog ofRun(Map<String, String> tracing) {
        return this;
    }

    /**
     * @param failure the failure that is answered, with its place
     * @param cause what was thrown; may hold parts of an event in its message
     */
    void unexpected(Failure failure, Throwable cause);

    /** An event failed, and its caller is told why; secrets are hidden. The one call for what callers or services do. */
    default void answered(Failure failure) {}

    /** What a pipeline does at last failed. The run goes on as if it had not; secrets are hidden. */
    default void inFinally(Failure failure) {}

    /** A stage could not be undone, which its run tells only when it fails; secrets are hidden. */
    default void inCompensation(Failure failure) {}

    /**
     * What came out of a call was not kept for when it comes again; it is answered all the same.
     *
     * @param failure tells the pipeline
     * @param cause why; may hold parts of an event in its message
     */
    default void notKept(Failure failure, Throwable cause) {}
}
