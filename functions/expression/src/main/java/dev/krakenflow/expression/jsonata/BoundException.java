package dev.krakenflow.expression.jsonata;

/** An evaluation went over one of its bounds. Thrown through the library, whatever it makes of it: the meter remembers. */
final class BoundException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BoundException(String message) {
        super(message, null, false, false);
    }
}
