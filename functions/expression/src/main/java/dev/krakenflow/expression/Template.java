package dev.krakenflow.expression;

import org.jspecify.annotations.Nullable;

/**
 * A compiled template: a JSON value in which strings between <code>{%</code> and <code>%}</code> are expressions and
 * everything else is literal. Immutable, thread-safe.
 */
public interface Template {

    /**
     * The value over an input. A missing value omits its field or element; a template that is one expression can be
     * missing itself. The result shares parts with the input and must not be changed.
     *
     * @param input what {@code $} is; null: missing
     * @return a JSON value of {@link dev.krakenflow.json}, or null when missing
     * @throws ExpressionException when an expression fails or goes over a bound
     */
    @Nullable Object evaluate(@Nullable Object input, Evaluation evaluation);
}
