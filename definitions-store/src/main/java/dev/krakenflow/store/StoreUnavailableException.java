package dev.krakenflow.store;

import org.jspecify.annotations.Nullable;

/** The store did not answer, or not in time. The request may succeed later; nothing is half written. */
public final class StoreUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StoreUnavailableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
