package dev.krakenflow.definition;

import static java.util.Objects.requireNonNull;

/**
 * A placeholder for what is to be done.
 */
public record TbdDefinition(Origin origin) implements ComponentDefinition {
    /** The type as it is written. */
    public static final String TYPE = "tbd";

    public TbdDefinition {
        requireNonNull(origin);
    }

    @Override
    public String type() {
        return TYPE;
    }
}
