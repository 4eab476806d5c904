package dev.krakenflow.plan;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * Which component of the definition this is.
 *
 * @param name the component's name, given or generated, unique in its pipeline
 * @param pointer JSON pointer into the pipeline's definition
 * @param helpers the helper libraries that its expressions see, those of its pipeline first; see {@link Plan#helpers}
 */
public record Place(String name, String pointer, List<String> helpers) {
    public Place {
        requireNonNull(name);
        requireNonNull(pointer);
        helpers = List.copyOf(helpers);
    }

    /** A component whose expressions see no helpers. */
    public Place(String name, String pointer) {
        this(name, pointer, List.of());
    }
}
