package dev.krakenflow.engine.testing;

import dev.krakenflow.engine.FailureLog;
import dev.krakenflow.failure.Failure;
import java.util.ArrayList;
import java.util.List;

/** Keeps what was logged. */
public final class RecordingFailureLog implements FailureLog {

    /** The failures, in their order. */
    public final List<Failure> failures = new ArrayList<>();

    /** Their causes. */
    public final List<Throwable> causes = new ArrayList<>();

    /** What was answered. */
    public final List<Failure> answered = new ArrayList<>();

    /** What pipelines did at last and failed. */
    public final List<Failure> inFinally = new ArrayList<>();

    /** What could not be undone. */
    public final List<Failure> inCompensation = new ArrayList<>();

    /** Why answers were not kept. */
    public final List<Throwable> notKept = new ArrayList<>();

    @Override
    public void unexpected(Failure failure, Throwable cause) {
        failures.add(failure);
        causes.add(cause);
    }

    @Override
    public void answered(Failure failure) {
        answered.add(failure);
    }

    @Override
    public void inFinally(Failure failure) {
        inFinally.add(failure);
    }

    @Override
    public void inCompensation(Failure failure) {
        inCompensation.add(failure);
    }

    @Override
    public void notKept(Failure failure, Throwable cause) {
        notKept.add(cause);
    }
}
