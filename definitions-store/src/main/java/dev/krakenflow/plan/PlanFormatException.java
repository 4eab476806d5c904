package dev.krakenflow.plan;

import org.jspecify.annotations.Nullable;

/** Bytes that are no plan, or a plan of a format that this version does not know. The message says which. */
public final class PlanFormatException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public PlanFormatException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
