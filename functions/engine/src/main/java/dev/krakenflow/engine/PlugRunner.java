package dev.krakenflow.engine;

import dev.krakenflow.expression.Evaluation;
import dev.krakenflow.failure.Failure;
import dev.krakenflow.failure.FailureCode;
import dev.krakenflow.plan.Plug;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Sends the event into another pipeline, and makes an event of each that comes out of it.
 *
 * @param pipelines those that are plugged anywhere in the plan, by name
 */
record PlugRunner(
        Plug component,
        @Nullable ConditionField condition,
        @Nullable TemplateField prepare,
        Map<String, PluggedRunner> pipelines,
        @Nullable TemplateField transform,
        @Nullable Catches catches)
        implements ComponentRunner {

    @Override
    public int enter(Path path) {
        if (component.timeout() != null) {
            path.visit().within(component.timeout(), "the plug");
        }
        Map<String, Object> event = path.event();
        Evaluation evaluation = path.evaluation();
        if (condition != null && !condition.holds(event, evaluation)) {
            path.visit().skips();
            return component.next();
        }
        PluggedRunner plugged = pipelines.get(component.pipeline());
        if (plugged == null) {
            String detail = "pipeline \"" + component.pipeline() + "\" is not defined";
            throw new RunException(Failure.of(FailureCode.PIPELINE_UNDEFINED, detail), null);
        }
        return path.plug(this, plugged, prepare == null ? event : prepare.object(event, evaluation));
    }

    /** The event came out of the other pipeline, and the path is in this component again. */
    int leave(Path path, Map<String, Object> result) {
        if (transform != null) {
            Map<String, Object> changes = transform.object(result, path.evaluation());
            path.becomes(EventChange.merged(path.event(), changes, List.of()));
        }
        return component.next();
    }
}
