package dev.krakenflow.definition;

import org.jspecify.annotations.Nullable;

/** A text that is not JSON, or not YAML 1.2 with one document, or goes over a bound of the reader. */
public final class MalformedDefinitionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Location location;

    /**
     * @param what what is wrong, without the place
     * @param location where the text stops being well-formed
     */
    public MalformedDefinitionException(String what, Location location, @Nullable Throwable cause) {
        super(what + " at " + location, cause, false, false);
        this.location = location;
    }

    public Location location() {
        return location;
    }
}
