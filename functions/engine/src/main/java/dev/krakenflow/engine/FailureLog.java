package dev.krakenflow.engine;

import dev.krakenflow.failure.Failure;

/**
 * Is told what nobody expected: failures {@code internal}, whose cause must not be answered and would be lost. Called
 * once for each, never for a caller's mistake or a failing service. Thread-safe.
 */
public interface FailureLog {

    /**
     * @param failure the failure that is answered, with its place
     * @param cause what was thrown; may hold parts of an event in its message
     */
    void unexpected(Failure failure, Throwable cause);
}
