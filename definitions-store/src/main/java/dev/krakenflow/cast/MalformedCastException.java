package dev.krakenflow.cast;

/** What a queue has delivered is no {@link CastMessage}. The message says why, without anything of what it is. */
public final class MalformedCastException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MalformedCastException(String message) {
        super(message);
    }
}
