package dev.krakenflow.function.runtime;

/** The type and the stack of a throwable, for the log: its message may hold a part of an event. */
final class WithoutMessage extends Exception {
    private static final long serialVersionUID = 1L;

    WithoutMessage(Throwable original) {
        super(original.getClass().getName(), null, false, true);
        setStackTrace(original.getStackTrace());
    }
}
