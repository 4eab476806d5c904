package dev.krakenflow.engine;

import dev.krakenflow.expression.Evaluation;
import dev.krakenflow.failure.Failure;
import dev.krakenflow.failure.FailureCode;
import dev.krakenflow.failure.FailurePlace;
import dev.krakenflow.plan.Switch;
import org.jspecify.annotations.Nullable;

/** Goes into the branch that the condition's string names, into {@code default} for anything else. */
record SwitchRunner(
        Switch component, TemplateField condition, @Nullable TemplateField prepare) implements ComponentRunner {
    private static final int LONGEST_NAME = 128;

    @Override
    public int enter(Path path) {
        Evaluation evaluation = path.evaluation();
        Object input = prepare == null ? path.event() : prepare.object(path.event(), evaluation);
        Object name = condition.value(input, evaluation);
        Integer branch = name instanceof String ? component.branches().get(name) : null;
        if (branch == null) {
            branch = component.branches().get(Switch.DEFAULT);
        }
        if (branch == null) {
            throw noBranch(name);
        }
        return branch;
    }

    private static RunException noBranch(@Nullable Object name) {
        String what = name instanceof String text
                ? "there is no branch \"" + shortened(text) + "\""
                : "the condition must name a branch with a string, it is " + JsonKind.of(name);
        Failure failure = Failure.of(FailureCode.NO_BRANCH, what + ", and no branch \"default\"");
        return new RunException(failure.at(FailurePlace.NOWHERE.withStep(ConditionField.KEY)), null);
    }

    private static String shortened(String name) {
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME) + "…";
    }
}
