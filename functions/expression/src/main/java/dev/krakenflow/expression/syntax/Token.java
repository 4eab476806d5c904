package dev.krakenflow.expression.syntax;

import org.jspecify.annotations.Nullable;

/**
 * One token of a source.
 *
 * @param text the operator's or name's text; the content of a regular expression or string
 * @param value what a literal is: text, number, boolean or JSON null; null for other kinds
 * @param start offset of its first character
 * @param end offset behind its last character
 */
record Token(Kind kind, String text, @Nullable Object value, int start, int end) {

    enum Kind {
        NAME,
        VARIABLE,
        LITERAL,
        REGEX,
        OPERATOR,
        END
    }

    /** Whether it is this operator. The words {@code and}, {@code or}, {@code in} are operators too. */
    boolean is(String operator) {
        return kind == Kind.OPERATOR && text.equals(operator);
    }
}
