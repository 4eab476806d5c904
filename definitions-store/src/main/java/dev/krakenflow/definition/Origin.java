package dev.krakenflow.definition;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a component was written, and what its expressions see beside what its pipeline gives them.
 *
 * @param name as given; null when it has none of its own, or none that can be used
 * @param pointer JSON pointer into the pipeline's definition
 * @param helpers the helper libraries that it names itself
 */
public record Origin(@Nullable String name, String pointer, List<HelperReference> helpers) {
    public Origin {
        requireNonNull(pointer);
        helpers = List.copyOf(helpers);
    }

    /** A component that names no helpers. */
    public Origin(@Nullable String name, String pointer) {
        this(name, pointer, List.of());
    }
}
