package dev.krakenflow.function.runtime;

/**
 * What must be done before an invocation is answered, where the platform freezes the process behind the answer: what is held
 * back until then may never leave it. Thread-safe.
 */
@FunctionalInterface
public interface InvocationEnd {

    /** Lets go what is held back, and returns at once where that is nothing. Blocks for a bounded time; never fails. */
    void flush();
}
