package dev.krakenflow.expression.syntax;

/** A source that is no expression. The message says what was expected and where. Carries no stack trace. */
public final class SyntaxException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param offset the character of the source at which it was found, counted from 0 */
    public SyntaxException(String reason, int offset) {
        super(reason + " (at character " + (offset + 1) + ")", null, false, false);
    }
}
