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

    private final LogPace others;
    private final @Nullable LogPace runs;
    private final @Nullable String traceId;

    /**
     * @param others how many of the failures are logged that no answer holds: an event can bring about some of them
     * @param runs how many failed runs are logged; null: none
     */
    LoggedFailures(LogPace others, @Nullable LogPace runs) {
        this(others, runs, null);
    }

    private LoggedFailures(LogPace others, @Nullable LogPace runs, @Nullable String traceId) {
        this.others = others;
        this.runs = runs;
        this.traceId = traceId;
    }

    @Override
    public FailureLog ofRun(Map<String, String> tracing) {
        String id = LogLine.traceId(tracing);
        return id == null ? this : new LoggedFailures(others, runs, id);
    }

    @Override
    public void unexpected(Failure failure, Throwable cause) {
        log(others, Level.ERROR, "A run failed in a way nobody expected, ", failure, cause);
    }

    @Override
    public void answered(Failure failure) {
        if (runs != null) {
            log(runs, Level.WARN, "A run failed with ", failure, null);
        }
    }

    @Override
    public void inFinally(Failure failure) {
        log(others, Level.WARN, "finally failed with ", failure, null);
    }

    @Override
    public void inCompensation(Failure failure) {
        log(others, Level.WARN, "compensate failed with ", failure, null);
    }

    @Override
    public void notKept(Failure failure, Throwable cause) {
        log(others, Level.WARN, "The answer to a call that may come again was not kept, ", failure, cause);
    }

    private void log(LogPace pace, Level level, String what, Failure failure, @Nullable Throwable cause) {
        long before = pace.take();
        if (before < 0) {
            return;
        }
        LogLine line = new LogLine(failure, traceId);
        String more = before == 0 ? "" : "; " + before + " more before it";
        LOG.log(line.record(level, what + line.text() + more, cause == null ? null : new WithoutMessage(cause)));
    }
}
