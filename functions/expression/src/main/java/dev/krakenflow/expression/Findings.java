package dev.krakenflow.expression;

import dev.krakenflow.expression.ExpressionProblem.Kind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects what is found while something is compiled. */
final class Findings {

    private final List<ExpressionProblem> problems = new ArrayList<>();
    private final List<ExpressionProblem> warnings = new ArrayList<>();

    void problem(Kind kind, String pointer, String message, @Nullable String hint) {
        problem(new ExpressionProblem(kind, pointer, message, hint));
    }

    void problem(ExpressionProblem problem) {
        problems.add(problem);
    }

    void warning(Kind kind, String pointer, String message, @Nullable String hint) {
        warnings.add(new ExpressionProblem(kind, pointer, message, hint));
    }

    /** What was compiled, unless there are problems. */
    <T> Compiled<T> around(@Nullable T value) {
        return new Compiled<>(problems.isEmpty() ? value : null, problems, warnings);
    }
}
