package dev.krakenflow.expression;

import org.jspecify.annotations.Nullable;

/**
 * A finding about one expression of a template, when it is compiled.
 *
 * @param kind what is wrong
 * @param pointer JSON pointer from the template's root to the string that holds the expression; {@code ""} for the root
 * @param message what is wrong, with the offset where the library tells one
 * @param hint the nearest right thing
 */
public record ExpressionProblem(
        Kind kind, String pointer, String message, @Nullable String hint) {

    /** The kinds, named as the problem codes of definitions. */
    public enum Kind {
        BAD_EXPRESSION,
        PARTIAL_EXPRESSION,
        UNKNOWN_FUNCTION,
        /** A name that is not called and means nothing here; of definitions a bad expression. */
        UNKNOWN_VARIABLE,
        /** A place that takes an expression or a certain literal holds another literal. */
        BAD_VALUE,
        WRONG_TYPE,
        /** Only a warning: a key that holds a delimiter. */
        KEY_WITH_DELIMITER
    }
}
