package dev.krakenflow.function.runtime;

import dev.krakenflow.engine.FailureLog;
import dev.krakenflow.failure.Failure;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;

/**
 * Writes to the log what no answer holds: of what nobody expected where it happened, and which code threw what. Not the
 * message of what was thrown, because it may hold a part of an event.
 */
final class LoggedFailures implements FailureLog {

    private static final Logger LOG = Logger.getLogger(LoggedFailures.class);
    private static final int LONGEST = 500;
    private static final Pattern BREAKS = Pattern.compile("[\\p{Cntrl}\\u2028\\u2029]+");

    @Override
    public void unexpected(Failure failure, Throwable cause) {
        LOG.error("A run failed in a way nobody expected, " + failure.place(), new WithoutMessage(cause));
    }

    @Override
    public void inFinally(Failure failure) {
        warn("finally", failure);
    }

    @Override
    public void inCompensation(Failure failure) {
        warn("compensate", failure);
    }

    @Override
    public void notKept(Failure failure, Throwable cause) {
        LOG.warn(
                "The answer to a call that may come again was not kept, " + failure.place(), new WithoutMessage(cause));
    }

    private static void warn(String what, Failure failure) {
        LOG.warnf(
                "%s failed with %s, pipeline %s, component %s: %s",
                what,
                oneLine(failure.code()),
                failure.place().pipeline(),
                failure.place().component(),
                oneLine(failure.detail()));
    }

    /** A definition says what some failures are called, and an event can be a part of it. */
    private static String oneLine(String text) {
        String shown = text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
        return BREAKS.matcher(shown).replaceAll(" ");
    }

    /** The type and the stack of a throwable. */
    private static final class WithoutMessage extends Exception {
        private static final long serialVersionUID = 1L;

        WithoutMessage(Throwable original) {
            super(original.getClass().getName(), null, false, true);
            setStackTrace(original.getStackTrace());
        }
    }
}
