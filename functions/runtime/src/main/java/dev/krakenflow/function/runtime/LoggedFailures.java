package dev.krakenflow.function.runtime;

import dev.krakenflow.engine.FailureLog;
import dev.krakenflow.failure.Failure;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Writes to the log what no answer holds: of what nobody expected where it happened, and which code threw what; and, if it
 * is told to, the runs that failed. Never the message of what was thrown or the detail of a failure, because they may hold a
 * part of an event. Thread-safe.
 */
final class LoggedFailures implements FailureLog {

    private static final Logger LOG = Logger.getLogger(LoggedFailures.class);

    private final @Nullable LogPace runs;
    private final @Nullable String traceId;

    /** @param runs how many failed runs are logged; null: none */
    LoggedFailures(@Nullable LogPace runs) {
        this(runs, null);
    }

    private LoggedFailures(@Nullable LogPace runs, @Nullable String traceId) {
        this.runs = runs;
        this.traceId = traceId;
    }

    @Override
    public FailureLog ofRun(Map<String, String> tracing) {
        String id = LogFields.traceId(tracing);
        return id == null ? this : new LoggedFailures(runs, id);
    }

    @Override
    public void unexpected(Failure failure, Throwable cause) {
        with(
                failure,
                () -> LOG.error(
                        "A run failed in a way nobody expected, " + failure.place(), new WithoutMessage(cause)));
    }

    @Override
    public void answered(Failure failure) {
        if (runs == null) {
            return;
        }
        long before = runs.take();
        if (before >= 0) {
            with(failure, () -> LOG.warn("A run failed with " + LogFields.text(failure) + leftOut(before)));
        }
    }

    private static String leftOut(long before) {
        return before == 0 ? "" : "; " + before + " more before it";
    }

    @Override
    public void inFinally(Failure failure) {
        with(failure, () -> LOG.warn("finally failed with " + LogFields.text(failure)));
    }

    @Override
    public void inCompensation(Failure failure) {
        with(failure, () -> LOG.warn("compensate failed with " + LogFields.text(failure)));
    }

    @Override
    public void notKept(Failure failure, Throwable cause) {
        with(
                failure,
                () -> LOG.warn(
                        "The answer to a call that may come again was not kept, " + failure.place(),
                        new WithoutMessage(cause)));
    }

    private void with(Failure failure, Runnable log) {
        try (LogFields fields = LogFields.of(failure, traceId)) {
            log.run();
        }
    }
}
