package dev.krakenflow.observability;

import dev.krakenflow.failure.Failure;

/** What a failure is called where many are counted. */
public final class FailureLabel {

    /** Stands for all that definitions raise: what that is called may come from an event. */
    private static final String RAISED = "raised";

    private FailureLabel() {}

    /** The code, where it is one of ours or a status of a service. */
    public static String of(Failure failure) {
        return failure.raised() ? RAISED : failure.code();
    }
}
