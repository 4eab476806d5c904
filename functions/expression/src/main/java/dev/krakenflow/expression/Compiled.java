package dev.krakenflow.expression;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The result of compiling a template, a condition or a function: usable when there are no problems.
 *
 * @param value what was compiled; null when there are problems
 * @param problems all of them, in document order
 * @param warnings findings that do not stand in the way
 */
public record Compiled<T>(@Nullable T value, List<ExpressionProblem> problems, List<ExpressionProblem> warnings) {
    public Compiled {
        problems = List.copyOf(problems);
        warnings = List.copyOf(warnings);
    }

    /** What was compiled. For those who compile what was checked before, such as a stored plan. */
    public T orThrow() {
        if (value == null) {
            throw new IllegalArgumentException("cannot be compiled: " + problems);
        }
        return value;
    }
}
