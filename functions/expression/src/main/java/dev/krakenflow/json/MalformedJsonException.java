package dev.krakenflow.json;

import org.jspecify.annotations.Nullable;

/**
 * A text that is not JSON, or goes over a bound of {@link JsonReader}. The message says where and what was expected, and
 * never quotes the text. Carries no stack trace of its own: it is a mistake of whoever sent the text.
 */
public final class MalformedJsonException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int line;
    private final int column;

    MalformedJsonException(String reason, int line, int column, @Nullable Throwable cause) {
        super("line " + line + ", column " + column + ": " + reason, cause, false, false);
        this.line = line;
        this.column = column;
    }

    /** The same about one of several values, counted from 1; the place is then that within the value. */
    static MalformedJsonException ofValue(long number, MalformedJsonException alone) {
        return new MalformedJsonException(number, alone);
    }

    private MalformedJsonException(long number, MalformedJsonException alone) {
        super("value " + number + ", " + alone.getMessage(), alone.getCause(), false, false);
        this.line = alone.line;
        this.column = alone.column;
    }

    /** Counts from 1. */
    public int line() {
        return line;
    }

    /** In characters, counts from 1. */
    public int column() {
        return column;
    }
}
