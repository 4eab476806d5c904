package dev.krakenflow.expression.jsonata;

import com.dashjoin.jsonata.JException;
import org.jspecify.annotations.Nullable;

/** Makes of whatever an evaluation threw a failure that says what was wrong, and never shows a value. */
final class Failures {

    private static final String WRONG_KIND = "a function was given a value that it cannot take";

    private Failures() {}

    /** @throws VirtualMachineError when it is the machine's, and no overflow of the stack */
    static EvaluationException of(Throwable thrown, Meter meter, Offsets offsets) {
        if (thrown instanceof VirtualMachineError error && !(thrown instanceof StackOverflowError)) {
            throw error;
        }
        BoundException stopped = meter.stopped();
        if (stopped != null) {
            return new EvaluationException("it went over its bounds: " + stopped.getMessage(), stopped);
        }
        return new EvaluationException(reason(thrown, offsets), thrown);
    }

    private static String reason(Throwable thrown, Offsets offsets) {
        if (thrown instanceof StackOverflowError) {
            return "it went over its bounds: nested too deep";
        }
        if (thrown instanceof JException it) {
            return reason(it) + place(it, offsets);
        }
        Throwable cause = thrown.getCause();
        return cause == null || cause == thrown ? WRONG_KIND : reason(cause, offsets);
    }

    private static String reason(JException thrown) {
        if (thrown instanceof FunctionException it) {
            return it.reason();
        }
        String text = ErrorTexts.of(thrown);
        return text == null ? WRONG_KIND : text;
    }

    static String place(JException thrown, Offsets offsets) {
        int location = thrown.getLocation();
        return location <= 0 ? "" : " (at character " + offsets.inSource(location) + ")";
    }

    /** What the library says against a source. */
    static @Nullable String syntax(JException thrown) {
        return ErrorTexts.of(thrown);
    }
}
