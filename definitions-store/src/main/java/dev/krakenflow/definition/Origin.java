package dev.krakenflow.definition;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * Where a component was written.
 *
 * @param name as given; null when it has none of its own, or none that can be used
 * @param pointer JSON pointer into the pipeline's definition
 */
public record Origin(@Nullable String name, String pointer) {
    public Origin {
        requireNonNull(pointer);
    }
}
