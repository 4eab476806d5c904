package dev.krakenflow.engine;

import dev.krakenflow.failure.Failure;
import dev.krakenflow.failure.FailureCode;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A failure on its way out of a run. The innermost component adds the place, once. Carries no stack trace of its own.
 */
public final class RunException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** After these nothing can go on. */
    private static final Set<String> LAST = Set.of(
            FailureCode.BUDGET_EXHAUSTED.code(), FailureCode.LOOP_LIMIT.code(), FailureCode.TOO_MANY_EVENTS.code());

    private final transient Failure failure;
    private final transient @Nullable Deadline over;
    private final boolean told;

    public RunException(Failure failure, @Nullable Throwable cause) {
        this(failure, cause, null);
    }

    /** @param over the deadline of a component or of the whole run that ended what was going on; null: none did */
    RunException(Failure failure, @Nullable Throwable cause, @Nullable Deadline over) {
        this(failure, cause, over, false);
    }

    private RunException(Failure failure, @Nullable Throwable cause, @Nullable Deadline over, boolean told) {
        super(failure.code() + ": " + failure.detail(), cause, false, false);
        this.failure = failure;
        this.over = over;
        this.told = told;
    }

    public Failure failure() {
        return failure;
    }

    /** The deadline that ended what was going on, and so the component that it belongs to; null when none did. */
    @Nullable Deadline over() {
        return over;
    }

    /** Whether a definition may catch it: not what ends all that goes on in some place, nor what is the machine's. */
    boolean isCatchable() {
        boolean last = LAST.contains(failure.code()) && !failure.raised();
        return !last && !endsAllAround();
    }

    /** Whether it is no failure of one branch or item alone: its time is over around it, or the machine is at its end. */
    boolean endsAllAround() {
        return over != null || getCause() instanceof VirtualMachineError;
    }

    /** Whether its log knows of it already. */
    boolean isTold() {
        return told;
    }

    /** The same, which its log knows now. */
    RunException told() {
        return new RunException(failure, getCause(), over, true);
    }

    /** The same with another failure. */
    RunException with(Failure other) {
        return new RunException(other, getCause(), over, told);
    }

    /** The same, of which it does not matter any more that a deadline ended something. */
    RunException owned() {
        return new RunException(failure, getCause(), null, told);
    }
}
