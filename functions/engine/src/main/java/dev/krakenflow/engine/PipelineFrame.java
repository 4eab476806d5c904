package dev.krakenflow.engine;

import dev.krakenflow.failure.Failure;
import dev.krakenflow.failure.FailureCode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A pipeline that an event is in: the outermost one, or one that is plugged, which knows where; or a branch of it, which
 * is a way of its own and knows around what. Immutable; composed events share it.
 *
 * @param program what the event passes: the pipeline's, what handles its failures, or the branch's
 * @param deadline when everything inside must be over
 * @param plugged where the pipeline is plugged that the event comes out of at the end; null: it is the outermost one, or
 *     a branch
 * @param around where the pipeline is plugged that this is a branch in; null: no branch, or one of the outermost
 * @param finals waits for all paths of this run of the pipeline; null: it does nothing at last
 */
record PipelineFrame(
        ProgramRunner program,
        Deadline deadline,
        @Nullable Plugged plugged,
        @Nullable Plugged around,
        @Nullable Finals finals) {

    /** More plugs in each other than anybody writes: a plan whose plugs go round in a circle ends here. */
    private static final int DEEPEST = 100;

    /** The member of a failure that holds the way to it. */
    private static final String PATH = "path";

    /**
     * Where a pipeline is plugged.
     *
     * @param plug the component
     * @param outer the pipeline it stands in
     * @param event as it came into the component
     * @param deadline the component's own
     * @param caught the failure in sight there; null: none
     * @param finished how many stages that can be undone the run had finished then
     * @param depth how many plugs stand in each other here, at least 1
     */
    record Plugged(
            PlugRunner plug,
            PipelineFrame outer,
            Map<String, Object> event,
            Deadline deadline,
            @Nullable Caught caught,
            long finished,
            int depth) {}

    static PipelineFrame outermost(ProgramRunner program, Deadline deadline) {
        return new PipelineFrame(
                program, deadline, null, null, program.handlers().finals());
    }

    /** The way into a part of this pipeline that other paths pass. */
    PipelineFrame branch(ProgramRunner part, Deadline itsDeadline) {
        return new PipelineFrame(part, itsDeadline, null, where(), null);
    }

    /** The way through what handles a failure of this pipeline, which ends as the pipeline does. */
    PipelineFrame handling(ProgramRunner onError) {
        return new PipelineFrame(onError, deadline, plugged, null, finals);
    }

    /** Where the pipeline is plugged that this is, or is a branch in; null: nowhere, it is the outermost. */
    private @Nullable Plugged where() {
        return plugged != null ? plugged : around;
    }

    /** How many stages that can be undone the run had finished when the event came in. */
    long finishedBefore() {
        return plugged == null ? 0 : plugged.finished();
    }

    /**
     * The way into a pipeline that is plugged in this one.
     *
     * @param from where the event is, in the component that plugs it
     */
    PipelineFrame enter(PlugRunner plug, PluggedRunner pipeline, Position from, Run run) {
        Plugged outer = where();
        int deeper = outer == null ? 1 : outer.depth() + 1;
        if (deeper > DEEPEST) {
            String detail = "at most " + DEEPEST + " plugs may stand in each other";
            throw new RunException(Failure.of(FailureCode.LOOP_LIMIT, detail), null);
        }
        Deadline whole = from.visit().deadline();
        Plugged where = new Plugged(plug, this, from.event(), whole, from.caught(), run.finished(), deeper);
        Deadline inside = pipeline.deadline(run.scheduler().nanoTime(), whole);
        ProgramRunner program = pipeline.program();
        return new PipelineFrame(
                program, inside, where, null, program.handlers().finals());
    }

    /** So many more events go on in this pipeline, and in all around it. */
    void splits(int others) {
        for (PipelineFrame it = this; it != null; it = it.outer()) {
            if (it.finals != null) {
                it.finals.splits(others);
            }
        }
    }

    /** Whether this pipeline, or one around it, does something at last. */
    boolean hasFinals() {
        for (PipelineFrame it = this; it != null; it = it.outer()) {
            if (it.finals != null) {
                return true;
            }
        }
        return false;
    }

    private @Nullable PipelineFrame outer() {
        return plugged == null ? null : plugged.outer();
    }

    /** What was thrown with the way to this pipeline, from the outside in; the same in the outermost one. */
    RunException withPath(RunException failed) {
        boolean known = failed.failure().members().containsKey(PATH);
        return where() == null || known ? failed : failed.with(failed.failure().with(PATH, path()));
    }

    private List<Map<String, Object>> path() {
        Deque<Map<String, Object>> path = new ArrayDeque<>();
        for (Plugged it = where(); it != null; it = it.outer().where()) {
            String name = it.plug().component().place().name();
            path.addFirst(Map.of("pipeline", it.outer().program().pipeline(), "component", name));
        }
        return List.copyOf(path);
    }
}
