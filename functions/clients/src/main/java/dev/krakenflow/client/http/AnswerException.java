package dev.krakenflow.client.http;

import org.jspecify.annotations.Nullable;

/** An answer that came and cannot be used. The message says why and never shows it. */
final class AnswerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    AnswerException(String message, @Nullable Throwable cause) {
        super(message, cause, false, false);
    }
}
