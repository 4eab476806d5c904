package dev.krakenflow.definition;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A definition as far as it could be read, and what was found wrong with its shape. It is read to its end whatever was
 * found, so that a compiler can find the rest of the problems in what is there.
 *
 * @param document what it was read from
 * @param definition what was read; what could not be is missing in it
 * @param problems in the order found
 * @param warnings in the order found
 */
public record ReadDefinition<T>(Document document, T definition, List<Problem> problems, List<Problem> warnings) {
    public ReadDefinition {
        requireNonNull(document);
        requireNonNull(definition);
        problems = List.copyOf(problems);
        warnings = List.copyOf(warnings);
    }
}
