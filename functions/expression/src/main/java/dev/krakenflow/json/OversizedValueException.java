package dev.krakenflow.json;

/** One value of a {@link JsonSequence} that has more bytes than it may have. Carries no stack trace of its own. */
public final class OversizedValueException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    OversizedValueException(long number, int most) {
        super("value " + number + " has more than " + most + " bytes", null, false, false);
    }
}
