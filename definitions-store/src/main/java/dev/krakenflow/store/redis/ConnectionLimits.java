package dev.krakenflow.store.redis;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * What bounds the use of a {@link PipelinedConnection}.
 *
 * @param connect longest time to connect; shorter than {@code command}, so that a command does not give up before it
 * @param command longest time from asking to the answer, connecting included
 * @param maxWaiting commands that may wait for an answer at the same time; more are refused at once
 * @param maxBackOff longest pause between two tries to connect; the first is a sixteenth of it, each further twice as long
 */
public record ConnectionLimits(Duration connect, Duration command, int maxWaiting, Duration maxBackOff) {

    /**
     * Tells within a second that Redis is away, so that what callers are answered then still reaches them within it, and
     * within another that it is back.
     */
    public static final ConnectionLimits DEFAULT =
            new ConnectionLimits(Duration.ofMillis(700), Duration.ofMillis(800), 1_024, Duration.ofMillis(800));

    public ConnectionLimits {
        requireNonNull(connect);
        requireNonNull(command);
        requireNonNull(maxBackOff);
        if (maxWaiting < 1) {
            throw new IllegalArgumentException("at least one command must be able to wait");
        }
    }
}
