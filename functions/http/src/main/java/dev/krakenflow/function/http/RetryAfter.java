package dev.krakenflow.function.http;

import dev.krakenflow.failure.Failure;

/** The pause that a failure asks for. */
final class RetryAfter {

    private RetryAfter() {}

    /** Whole seconds, at least 1: the member {@code retry_after} of the failure where it has one. */
    static long seconds(Failure failure) {
        return failure.members().get("retry_after") instanceof Number number ? Math.max(1, number.longValue()) : 1;
    }
}
