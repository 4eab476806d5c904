package dev.krakenflow.engine;

import dev.krakenflow.expression.Compiled;
import dev.krakenflow.expression.Condition;
import dev.krakenflow.expression.ExpressionProblem;
import dev.krakenflow.expression.ExpressionProblem.Kind;
import dev.krakenflow.expression.Template;
import dev.krakenflow.failure.Failure;
import dev.krakenflow.failure.FailureCode;
import dev.krakenflow.failure.FailurePlace;
import java.util.List;
import java.util.Set;

/**
 * What stands for expressions of a plan that name what is not there. They could be compiled when they were defined, so a
 * helper that they call is gone: the run fails where it needs one, and all others go on.
 */
final class LostHelpers {
    private static final Set<Kind> NAMES = Set.of(Kind.UNKNOWN_FUNCTION, Kind.UNKNOWN_VARIABLE);

    private LostHelpers() {}

    /** @throws IllegalArgumentException when it cannot be compiled for another reason */
    static Template template(String key, Compiled<Template> compiled) {
        if (!lacksHelpers(compiled)) {
            return compiled.orThrow();
        }
        return (input, evaluation) -> {
            throw failure(key, compiled.problems());
        };
    }

    /** @throws IllegalArgumentException when it cannot be compiled for another reason */
    static Condition condition(String key, Compiled<Condition> compiled) {
        if (!lacksHelpers(compiled)) {
            return compiled.orThrow();
        }
        return (input, evaluation) -> {
            throw failure(key, compiled.problems());
        };
    }

    private static boolean lacksHelpers(Compiled<?> compiled) {
        return !compiled.problems().isEmpty()
                && compiled.problems().stream().allMatch(problem -> NAMES.contains(problem.kind()));
    }

    private static RunException failure(String key, List<ExpressionProblem> problems) {
        String detail = key + ": a helper that is called here is not defined any more: "
                + problems.getFirst().message();
        Failure failure = Failure.of(FailureCode.HELPER_UNDEFINED, detail);
        return new RunException(failure.at(FailurePlace.NOWHERE.withStep(TemplateField.step(key))), null);
    }
}
