package dev.krakenflow.engine;

import dev.krakenflow.expression.Evaluation;
import dev.krakenflow.plan.Stage;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Runs a stage.
 *
 * @param function what is called; null when the stage only transforms
 * @param compensation undoes it; null: nothing does
 */
record StageRunner(
        Stage component,
        @Nullable ConditionField condition,
        @Nullable TemplateField prepare,
        @Nullable FunctionRunner function,
        @Nullable TemplateField transform,
        @Nullable Catches catches,
        @Nullable CompensationRunner compensation)
        implements ComponentRunner {

    @Override
    public int enter(Path path) {
        if (component.timeout() != null) {
            path.visit().within(component.timeout(), "the stage");
        }
        Map<String, Object> event = path.event();
        Evaluation evaluation = path.evaluation();
        if (condition != null && !condition.holds(event, evaluation)) {
            path.visit().skips();
            return component.next();
        }
        Map<String, Object> args = prepare == null ? event : prepare.object(event, evaluation);
        if (function == null) {
            return leave(path, args, evaluation);
        }
        if (compensation != null) {
            path.visit().canBeUndone(compensation);
        }
        return path.await(function.call(path.callOf(args)), result -> leave(path, result, evaluation));
    }

    private int leave(Path path, @Nullable Object result, Evaluation evaluation) {
        Map<String, Object> changes = transform == null ? Map.of() : transform.object(result, evaluation);
        path.becomes(EventChange.merged(path.event(), changes, component.remove()));
        if (compensation != null) {
            path.finished(compensation);
        }
        return component.next();
    }
}
