package dev.krakenflow.definition;

import static java.util.Objects.requireNonNull;

/**
 * The event ends here and gives no result.
 */
public record DeadEndDefinition(Origin origin) implements ComponentDefinition {
    /** The type as it is written. */
    public static final String TYPE = "dead-end";

    public DeadEndDefinition {
        requireNonNull(origin);
    }

    @Override
    public String type() {
        return TYPE;
    }
}
