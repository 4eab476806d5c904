package dev.krakenflow.expression.direct;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A simple expression. Immutable, thread-safe. */
public interface DirectExpression {

    /** The result where only the library knows: an input of another shape, or a failure. */
    Object UNSURE = new Object();

    /**
     * The value over an input.
     *
     * @param variables values by name
     * @return null when missing; {@link #UNSURE} when the library must be asked
     */
    @Nullable Object evaluate(@Nullable Object input, Map<String, ? extends @Nullable Object> variables);
}
