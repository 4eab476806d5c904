package dev.krakenflow.expression.jsonata;

import org.jspecify.annotations.Nullable;

/** An evaluation that failed. The message says what happened and what was expected, and never holds a value. */
public final class EvaluationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    EvaluationException(String message, @Nullable Throwable cause) {
        super(message, cause, false, false);
    }
}
