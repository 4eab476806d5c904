package dev.krakenflow.schema;

/** A validation that went over a bound. Carries no stack trace: it is thrown for values of callers. */
final class ValidationAbortedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ValidationAbortedException(String message) {
        super(message, null, false, false);
    }
}
