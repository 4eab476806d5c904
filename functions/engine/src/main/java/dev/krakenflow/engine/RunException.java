package dev.krakenflow.engine;

import dev.krakenflow.failure.Failure;
import org.jspecify.annotations.Nullable;

/**
 * A failure on its way out of a run. The innermost component adds the place, once. Carries no stack trace of its own.
 */
public final class RunException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Failure failure;
    private final transient @Nullable Deadline over;

    public RunException(Failure failure, @Nullable Throwable cause) {
        this(failure, cause, null);
    }

    /** @param over the deadline of a component or of the whole run that ended what was going on; null: none did */
    RunException(Failure failure, @Nullable Throwable cause, @Nullable Deadline over) {
        super(failure.code() + ": " + failure.detail(), cause, false, false);
        this.failure = failure;
        this.over = over;
    }

    public Failure failure() {
        return failure;
    }

    /** The deadline that ended what was going on, and so the component that it belongs to; null when none did. */
    @Nullable Deadline over() {
        return over;
    }

    /** The same with another failure. */
    RunException with(Failure other) {
        return new RunException(other, getCause(), over);
    }
}
