package dev.krakenflow.engine;

import dev.krakenflow.expression.Evaluation;
import dev.krakenflow.plan.Mapping;
import dev.krakenflow.plan.Parallel.Mode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Sends a copy of the event through the same components for each item of a list.
 *
 * @param program what each copy passes
 */
record MapRunner(
        Mapping component,
        @Nullable ConditionField condition,
        ItemsField items,
        ProgramRunner program,
        @Nullable TemplateField transform,
        @Nullable Catches catches)
        implements ComponentRunner {

    @Override
    public int enter(Path path) {
        if (component.timeout() != null) {
            path.visit().within(component.timeout(), "the map");
        }
        Map<String, Object> event = path.event();
        Evaluation evaluation = path.evaluation();
        if (condition != null && !condition.holds(event, evaluation)) {
            path.visit().skips();
            return component.next();
        }
        Items parts = new Items(component, program, event, items.of(event, evaluation));
        FanOut fanOut = new FanOut(path, parts, component.mode(), component.concurrency());
        return path.await(fanOut, done -> leave(path, parts, evaluation));
    }

    private int leave(Path path, Items parts, Evaluation evaluation) {
        if (transform != null) {
            Map<String, Object> changes = transform.object(gathered(parts), evaluation);
            path.becomes(EventChange.merged(path.event(), changes, List.of()));
        }
        return component.next();
    }

    private Map<String, Object> gathered(Items parts) {
        Map<String, Object> gathered = new LinkedHashMap<>();
        gathered.put("results", parts.results());
        if (component.mode() == Mode.SETTLED) {
            gathered.put("errors", parts.problems());
        }
        return gathered;
    }
}
