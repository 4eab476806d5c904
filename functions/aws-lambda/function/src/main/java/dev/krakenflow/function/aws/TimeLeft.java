package dev.krakenflow.function.aws;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.function.LongSupplier;

/** How long an invocation may take from the moment of the question. Immutable, thread-safe. */
public final class TimeLeft {

    private static final Duration RUN_ENDS_BEFORE = Duration.ofMillis(300);
    private static final Duration HANDLER_ENDS_BEFORE = Duration.ofMillis(150);
    private static final Duration LEAST = Duration.ofMillis(1);

    private final LongSupplier nanoTime;
    private final long endNanos;

    private TimeLeft(LongSupplier nanoTime, long endNanos) {
        this.nanoTime = requireNonNull(nanoTime);
        this.endNanos = endNanos;
    }

    /**
     * By what the platform says, which ends the function then.
     *
     * @param nanoTime as {@link System#nanoTime}
     */
    public static TimeLeft of(long remainingMillis, LongSupplier nanoTime) {
        return new TimeLeft(
                nanoTime,
                nanoTime.getAsLong() + Duration.ofMillis(remainingMillis).toNanos());
    }

    /** For what runs: it ends a little before the platform ends everything. At least a millisecond. */
    public Duration budget() {
        return before(RUN_ENDS_BEFORE);
    }

    /** For the handler, which has to say that it took too long. At least a millisecond. */
    public Duration patience() {
        return before(HANDLER_ENDS_BEFORE);
    }

    /** At most this long for what runs: whoever asks waits no longer. */
    TimeLeft atMost(Duration longest) {
        long end = nanoTime.getAsLong() + longest.plus(RUN_ENDS_BEFORE).toNanos();
        return end - endNanos < 0 ? new TimeLeft(nanoTime, end) : this;
    }

    private Duration before(Duration margin) {
        Duration left = Duration.ofNanos(endNanos - nanoTime.getAsLong()).minus(margin);
        return left.compareTo(LEAST) < 0 ? LEAST : left;
    }
}
