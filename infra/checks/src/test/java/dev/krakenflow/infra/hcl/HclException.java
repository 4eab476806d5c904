package dev.krakenflow.infra.hcl;

/** A text, or what it asks for, that cannot be understood. */
public final class HclException extends RuntimeException {
    private static final long serialVersionUID = 1;

    HclException(int line, String message) {
        super("line " + line + ": " + message);
    }

    HclException(String message) {
        super(message);
    }
}
