package dev.krakenflow.engine;

import dev.krakenflow.failure.Failure;
import dev.krakenflow.failure.FailureCode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A pipeline that an event is in: the outermost one, or one that is plugged, which knows where. Immutable; composed
 * events share it.
 *
 * @param deadline when everything inside must be over
 * @param plugged null: this is the outermost pipeline
 */
record PipelineFrame(
        ProgramRunner program, Deadline deadline, @Nullable Plugged plugged) {

    /** More plugs in each other than anybody writes: a plan whose plugs go round in a circle ends here. */
    private static final int DEEPEST = 100;

    /**
     * Where a pipeline is plugged.
     *
     * @param plug the component
     * @param outer the pipeline it stands in
     * @param event as it came into the component
     * @param deadline the component's own
     * @param depth how many plugs stand in each other here, at least 1
     */
    record Plugged(PlugRunner plug, PipelineFrame outer, Map<String, Object> event, Deadline deadline, int depth) {}

    /** The way into a pipeline that is plugged in this one. */
    PipelineFrame enter(
            PlugRunner plug, PluggedRunner pipeline, Map<String, Object> event, Deadline deadline, long now) {
        int deeper = plugged == null ? 1 : plugged.depth() + 1;
        if (deeper > DEEPEST) {
            String detail = "at most " + DEEPEST + " plugs may stand in each other";
            throw new RunException(Failure.of(FailureCode.LOOP_LIMIT, detail), null);
        }
        Plugged where = new Plugged(plug, this, event, deadline, deeper);
        return new PipelineFrame(pipeline.program(), pipeline.deadline(now, deadline), where);
    }

    /** The failure with the way to this pipeline, from the outside in; the same failure in the outermost one. */
    Failure withPath(Failure failure) {
        return plugged == null ? failure : failure.with("path", path());
    }

    private List<Map<String, Object>> path() {
        Deque<Map<String, Object>> path = new ArrayDeque<>();
        for (Plugged it = plugged; it != null; it = it.outer().plugged()) {
            String name = it.plug().component().place().name();
            path.addFirst(Map.of("pipeline", it.outer().program().pipeline(), "component", name));
        }
        return List.copyOf(path);
    }
}
