package dev.krakenflow.engine;

import dev.krakenflow.expression.Evaluation;
import dev.krakenflow.plan.Composer;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes several events of one, or none. Remembers nothing.
 *
 * @param function what is called; null when it only composes
 */
record ComposerRunner(
        Composer component,
        @Nullable ConditionField condition,
        @Nullable TemplateField prepare,
        @Nullable FunctionRunner function,
        ComposeField compose,
        @Nullable Catches catches)
        implements ComponentRunner {

    @Override
    public int enter(Path path) {
        Map<String, Object> event = path.event();
        Evaluation evaluation = path.evaluation();
        if (condition != null && !condition.holds(event, evaluation)) {
            path.visit().skips();
            return component.next();
        }
        Map<String, Object> args = prepare == null ? event : prepare.object(event, evaluation);
        return function == null
                ? compose(path, args, evaluation)
                : path.await(function.call(path.callOf(args)), result -> compose(path, result, evaluation));
    }

    private int compose(Path path, @Nullable Object result, Evaluation evaluation) {
        return path.split(compose.of(result, evaluation, path.run()).events(), component.next());
    }
}
