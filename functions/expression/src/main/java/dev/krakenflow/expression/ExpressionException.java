package dev.krakenflow.expression;

import org.jspecify.annotations.Nullable;

/**
 * An evaluation that failed, or went over a bound. The message says what happened and what was expected, and never
 * holds the input or a string that stands in the expression. Carries no stack trace of its own.
 */
public final class ExpressionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ExpressionException(String message, @Nullable Throwable cause) {
        super(message, cause, false, false);
    }
}
