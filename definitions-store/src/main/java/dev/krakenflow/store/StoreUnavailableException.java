package dev.krakenflow.store;

/** The store did not answer, or not in time. The request may succeed later; nothing was half written. */
public final class StoreUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StoreUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
