package dev.krakenflow.function.runtime;

/**
 * What a snapshot of the process must not hold, or not as it is: connections, which are dead in every copy that is made of
 * it, and random numbers, which would be the same in all of them. Thread-safe.
 */
public interface Suspendable {

    /** A snapshot is about to be taken. Blocks for a bounded time; what is given up comes back by itself when it is needed. */
    void suspend();

    /** This process is one of the copies, perhaps much later. Does not block. */
    void resume();

    /** Who has a smaller number is suspended before: whoever needs something before what is needed. */
    default int order() {
        return 0;
    }
}
