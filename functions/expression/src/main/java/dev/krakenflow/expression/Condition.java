package dev.krakenflow.expression;

import org.jspecify.annotations.Nullable;

/** A compiled condition: true, false, or an expression that gives a boolean. Immutable, thread-safe. */
public interface Condition {

    /**
     * Whether the condition holds; missing counts as false.
     *
     * @throws ExpressionException when the expression fails, or gives anything but a boolean
     */
    boolean holds(@Nullable Object input, Evaluation evaluation);
}
