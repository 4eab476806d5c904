package dev.krakenflow.function.runtime;

import dev.krakenflow.engine.FailureLog;
import dev.krakenflow.failure.Failure;
import java.util.Map;
import java.util.logging.Logger;
import org.jboss.logmanager.Level;
import org.jspecify.annotations.Nullable;

/**
 * Writes to the log what no answer holds: of what nobody expected where it happened, and which code threw what; and, if it
 * is told to, the runs that failed. Never the message of what was thrown or the detail of a failure, because they may hold a
 * part of an event. Thread-safe.
 */
final class LoggedFailures implements FailureLog {

    private static final Logger LOG = Logger.getLogger(LoggedFailures.class.getName());

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
        String id = LogLine.traceId(tracing);
        return id == null ? this : new LoggedFailures(runs, id);
    }

    @Override
    public void unexpected(Failure failure, Throwable cause) {
        LogLine line = new LogLine(failure, traceId);
        LOG.log(line.record(
                Level.ERROR, "A run failed in a way nobody expected, " + line.text(), new WithoutMessage(cause)));
    }

    @Override
    public void answered(Failure failure) {
        if (runs == null) {
            return;
        }
        long before = runs.take();
        if (before >= 0) {
            warn(failure, "A run failed with ", before == 0 ? "" : "; " + before + " more before it");
        }
    }

    @Override
    public void inFinally(Failure failure) {
        warn(failure, "finally failed with ", "");
    }

    @Override
    public void inCompensation(Failure failure) {
        warn(failure, "compensate failed with ", "");
    }

    @Override
    public void notKept(Failure failure, Throwable cause) {
        LogLine line = new LogLine(failure, traceId);
        LOG.log(line.record(
                Level.WARN,
                "The answer to a call that may come again was not kept, " + line.text(),
                new WithoutMessage(cause)));
    }

    private void warn(Failure failure, String what, String more) {
        LogLine line = new LogLine(failure, traceId);
        LOG.log(line.record(Level.WARN, what + line.text() + more, null));
    }
}
