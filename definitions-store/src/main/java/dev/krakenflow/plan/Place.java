package dev.krakenflow.plan;

import static java.util.Objects.requireNonNull;

/**
 * Which component of the definition this is.
 *
 * @param name the component's name, given or generated, unique in its pipeline
 * @param pointer JSON pointer into the pipeline's definition
 */
public record Place(String name, String pointer) {
    public Place {
        requireNonNull(name);
        requireNonNull(pointer);
    }
}
