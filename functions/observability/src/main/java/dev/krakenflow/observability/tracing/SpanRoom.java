package dev.krakenflow.observability.tracing;

/** How many spans of components one run may have: it can pass millions. Everything here happens in the turns of the run. */
final class SpanRoom {
    private static final int MOST = 1_000;

    private int taken;
    private long leftOut;

    /** Whether there is room for one more. */
    boolean take() {
        if (taken < MOST) {
            taken++;
            return true;
        }
        leftOut++;
        return false;
    }

    /** How many were refused. */
    long leftOut() {
        return leftOut;
    }
}
