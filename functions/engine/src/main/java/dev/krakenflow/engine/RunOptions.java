package dev.krakenflow.engine;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the caller of an invocation asks for.
 *
 * @param debug whether outcomes carry their history
 * @param deadlineNanos moment of {@link Scheduler#nanoTime()} by which the caller wants an answer; {@link Long#MAX_VALUE}: only
 *     the pipeline's timeout counts
 * @param endNanos moment by which the platform ends everything, so that {@code finally} has to fit in before it;
 *     {@link Long#MAX_VALUE}: it does not
 * @param tracing headers of the W3C trace context that calls pass on; may be empty
 * @param trigger the value of {@code $context.trigger}; null where the run did not come over HTTP
 * @param memos shared by everything that belongs to one request, fresh for each request; null: by the events of the
 *     invocation
 * @param identity what tells the call from others
 * @param cast whether the event was cast before, so that nobody waits for the run
 */
public record RunOptions(
        boolean debug,
        long deadlineNanos,
        long endNanos,
        Map<String, String> tracing,
        @Nullable Map<String, Object> trigger,
        @Nullable InvocationMemos memos,
        CallIdentity identity,
        boolean cast) {

    public static final RunOptions NONE = new RunOptions(false, Long.MAX_VALUE, Map.of(), null);

    public RunOptions {
        tracing = Map.copyOf(tracing);
        requireNonNull(identity);
    }

    /** Options of a run that somebody waits for, on a platform that goes on. */
    public RunOptions(
            boolean debug,
            long deadlineNanos,
            Map<String, String> tracing,
            @Nullable Map<String, Object> trigger,
            @Nullable InvocationMemos memos,
            CallIdentity identity) {
        this(debug, deadlineNanos, Long.MAX_VALUE, tracing, trigger, memos, identity, false);
    }

    /** Options of a request that is one invocation. */
    public RunOptions(
            boolean debug, long deadlineNanos, Map<String, String> tracing, @Nullable Map<String, Object> trigger) {
        this(debug, deadlineNanos, tracing, trigger, null, CallIdentity.NONE);
    }

    /** The same options on a platform that ends everything at a moment. */
    public RunOptions endingAt(long newEndNanos) {
        return new RunOptions(debug, deadlineNanos, newEndNanos, tracing, trigger, memos, identity, cast);
    }
}
