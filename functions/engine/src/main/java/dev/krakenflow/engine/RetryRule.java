package dev.krakenflow.engine;

import dev.krakenflow.failure.Failure;
import dev.krakenflow.failure.FailureCode;
import dev.krakenflow.plan.FunctionCall;
import dev.krakenflow.plan.Retry;
import org.jspecify.annotations.Nullable;

/**
 * Which failed calls are made again.
 *
 * @param function what is called
 * @param on the failures
 * @param attempts all that may be made, the first too
 * @param unsafe whether calls are repeated for which that is not safe
 * @param when decides as well, over the args; null: always
 */
record RetryRule(
        FunctionCall function,
        CodePatterns on,
        int attempts,
        boolean unsafe,
        @Nullable ConditionField when) {
    static final String WHEN = "when";

    static RetryRule of(FunctionCall function, Retry retry, @Nullable ConditionField when) {
        return new RetryRule(function, CodePatterns.of(retry.on()), retry.maxAttempts(), retry.unsafe(), when);
    }

    /**
     * Whether a call that failed is made again. What failed before there was a call is not, nor what a deadline ended, nor
     * what nobody expected, nor what an open circuit breaker refused.
     *
     * @param attempt which it was, from 1
     * @throws RunException {@code expression} when {@code when} fails
     */
    boolean repeats(RunException failed, int attempt, CallFrame frame) {
        Failure failure = failed.failure();
        return attempt < attempts
                && failed.over() == null
                && Call.STEP.equals(failure.place().step())
                && !failure.is(FailureCode.CIRCUIT_OPEN)
                && !failure.is(FailureCode.INTERNAL)
                && on.match(failure)
                && (unsafe || frame.isRepeatable())
                && (when == null || holds(when, failure, frame));
    }

    private boolean holds(ConditionField condition, Failure failure, CallFrame frame) {
        Failure seen = frame.site().placed(failure, function).withAttempts(frame.calls());
        return condition.holds(frame.site().args(), frame.evaluation(seen));
    }
}
