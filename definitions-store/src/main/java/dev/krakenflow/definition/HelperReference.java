package dev.krakenflow.definition;

import static java.util.Objects.requireNonNull;

/**
 * A helper library, named by a pipeline, a component or a service.
 *
 * @param library the library's name
 * @param pointer JSON pointer to the name
 */
public record HelperReference(String library, String pointer) {
    public HelperReference {
        requireNonNull(library);
        requireNonNull(pointer);
    }
}
