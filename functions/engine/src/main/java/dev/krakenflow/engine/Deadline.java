package dev.krakenflow.engine;

import dev.krakenflow.failure.Failure;
import dev.krakenflow.failure.FailureCode;
import java.time.Duration;

/**
 * A moment by which something must be done, and the failure when it is not. Two of the same moment are two: whose time
 * is over decides who fails. Immutable.
 */
final class Deadline {

    /** Longer than any run, short enough to be added to any moment. */
    private static final Duration LONGEST = Duration.ofDays(1_000);

    private final long atNanos;
    private final FailureCode code;
    private final String detail;

    /**
     * @param atNanos moment of {@link Scheduler#nanoTime()}
     * @param code {@code budget-exhausted} for the whole run, {@code timeout} for a part of it
     * @param detail what the failure says
     */
    Deadline(long atNanos, FailureCode code, String detail) {
        this.atNanos = atNanos;
        this.code = code;
        this.detail = detail;
    }

    /** The nanoseconds of a timeout, in bounds. */
    static long nanos(Duration timeout) {
        return (timeout.compareTo(LONGEST) > 0 ? LONGEST : timeout).toNanos();
    }

    long atNanos() {
        return atNanos;
    }

    boolean passed(long now) {
        return now - atNanos >= 0;
    }

    /** What is left of the time, at least 0. */
    Duration left(long now) {
        return Duration.ofNanos(Math.max(0, atNanos - now));
    }

    /** The one that comes first; this one when both come together. */
    Deadline orEarlier(Deadline other) {
        return other.atNanos - atNanos < 0 ? other : this;
    }

    /** The failure of this deadline, at no place yet. */
    Failure failure() {
        return Failure.of(code, detail);
    }

    /** What is thrown when it is over, at no place yet. */
    RunException exception() {
        return new RunException(failure(), null, this);
    }

    /** What is thrown when it is known before that it would pass, at no place yet. */
    RunException exception(String why) {
        return new RunException(Failure.of(code, why), null, this);
    }

    /** The failure that counts: an expression that failed when time was up was stopped by this deadline. */
    RunException over(RunException failed, long now) {
        Failure failure = failed.failure();
        boolean stopped = failure.is(FailureCode.EXPRESSION) && passed(now);
        return stopped ? new RunException(failure().at(failure.place()), failed.getCause(), this) : failed;
    }
}
