package dev.krakenflow.definition;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * One finding about a definition: a problem that keeps it from being stored, or a warning beside its answer.
 *
 * @param code what kind of finding
 * @param pointer JSON pointer (RFC 6901) of the place in the body that was sent; the root is {@code ""}
 * @param message what is wrong and what was expected
 * @param hint the nearest right thing, if there is one
 */
public record Problem(
        ProblemCode code,
        String pointer,
        String message,
        @Nullable String hint) {

    public Problem {
        requireNonNull(code);
        requireNonNull(pointer);
        requireNonNull(message);
    }

    /** The same finding in a body in which the definition stands at {@code prefix}. */
    public Problem under(String prefix) {
        return new Problem(code, prefix + pointer, message, hint);
    }
}
