package dev.krakenflow.definition;

import static java.util.Objects.requireNonNull;

/**
 * A place to jump to.
 */
public record GotoPointDefinition(Origin origin) implements ComponentDefinition {
    /** The type as it is written. */
    public static final String TYPE = "goto-point";

    public GotoPointDefinition {
        requireNonNull(origin);
    }

    @Override
    public String type() {
        return TYPE;
    }
}
