package dev.krakenflow.engine.client;

/** What a client gives beside JSON values. */
public final class CallResult {

    /** The call succeeded and gave no value at all. */
    public static final Object MISSING = new Object() {
        @Override
        public String toString() {
            return "missing";
        }
    };

    private CallResult() {}
}
