package dev.krakenflow.engine;

import dev.krakenflow.failure.Failure;
import java.util.List;
import java.util.Map;

/** Several logs as one. */
public record FailureLogs(List<FailureLog> logs) implements FailureLog {

    public FailureLogs {
        logs = List.copyOf(logs);
    }

    @Override
    public FailureLog ofRun(Map<String, String> tracing) {
        return new FailureLogs(logs.stream().map(it -> it.ofRun(tracing)).toList());
    }

    @Override
    public void unexpected(Failure failure, Throwable cause) {
        logs.forEach(it -> it.unexpected(failure, cause));
    }

    @Override
    public void answered(Failure failure) {
        logs.forEach(it -> it.answered(failure));
    }

    @Override
    public void inFinally(Failure failure) {
        logs.forEach(it -> it.inFinally(failure));
    }

    @Override
    public void inCompensation(Failure failure) {
        logs.forEach(it -> it.inCompensation(failure));
    }

    @Override
    public void notKept(Failure failure, Throwable cause) {
        logs.forEach(it -> it.notKept(failure, cause));
    }
}
