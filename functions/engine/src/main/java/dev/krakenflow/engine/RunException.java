package dev.krakenflow.engine;

import dev.krakenflow.failure.Failure;
import org.jspecify.annotations.Nullable;

/**
 * A failure on its way out of a run. The innermost component adds the place, once. Carries no stack trace of its own.
 */
public final class RunException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Failure failure;

    public RunException(Failure failure, @Nullable Throwable cause) {
        super(failure.code() + ": " + failure.detail(), cause, false, false);
        this.failure = failure;
    }

    public Failure failure() {
        return failure;
    }
}
