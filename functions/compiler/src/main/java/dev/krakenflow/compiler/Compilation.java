package dev.krakenflow.compiler;

import static java.util.Objects.requireNonNull;

import dev.krakenflow.definition.Problem;
import java.util.List;

/**
 * How compiling a definition ended. Warnings never stand in the way; they are in document order, as the problems are.
 *
 * @param <T> what a definition is compiled to: a plan, or a service of a plan
 */
public sealed interface Compilation<T> {
    List<Problem> warnings();

    /** The definition can be stored and run. */
    record Compiled<T>(T value, List<Problem> warnings) implements Compilation<T> {
        public Compiled {
            requireNonNull(value);
            warnings = List.copyOf(warnings);
        }
    }

    /** The definition has problems; these are all of them. */
    record Rejected<T>(List<Problem> problems, List<Problem> warnings) implements Compilation<T> {
        public Rejected {
            problems = List.copyOf(problems);
            warnings = List.copyOf(warnings);
        }
    }
}
