package dev.krakenflow.function.pipeline;

import static java.util.Objects.requireNonNull;

import dev.krakenflow.engine.CallIdentity;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One invocation, however it came here, and whichever pipeline takes it.
 *
 * @param body one event, or a list of them: a JSON value
 * @param debug whether the answer holds the history
 * @param budget how long it may take
 * @param tracing headers of the W3C trace context
 * @param trigger the value of {@code $context.trigger}; null where the call did not come over HTTP
 * @param identity what tells the call from others
 */
record Call(
        Object body,
        boolean debug,
        Budget budget,
        Map<String, String> tracing,
        @Nullable Map<String, Object> trigger,
        CallIdentity identity) {
    Call {
        requireNonNull(body);
        requireNonNull(budget);
        tracing = Map.copyOf(tracing);
        requireNonNull(identity);
    }

    /** The same call with something that tells it from others. */
    Call with(CallIdentity newIdentity) {
        return new Call(body, debug, budget, tracing, trigger, newIdentity);
    }

    /** The same call with another budget. */
    Call within(Budget newBudget) {
        return new Call(body, debug, newBudget, tracing, trigger, identity);
    }
}
