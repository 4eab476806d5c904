package dev.krakenflow.engine;

import dev.krakenflow.expression.Evaluation;
import dev.krakenflow.failure.Failure;
import dev.krakenflow.plan.Parallel;
import dev.krakenflow.plan.Parallel.Mode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sends the event through several branches at the same time, and makes one event of theirs. */
record ParallelRunner(
        Parallel component,
        @Nullable ConditionField condition,
        List<BranchRunner> branches,
        @Nullable TemplateField transform,
        @Nullable Catches catches)
        implements ComponentRunner {

    @Override
    public int enter(Path path) {
        if (component.timeout() != null) {
            path.visit().within(component.timeout(), "the parallel");
        }
        Map<String, Object> event = path.event();
        Evaluation evaluation = path.evaluation();
        if (condition != null && !condition.holds(event, evaluation)) {
            path.visit().skips();
            return component.next();
        }
        Branches parts = new Branches(branches, event);
        FanOut fanOut = new FanOut(path, parts, component.mode(), component.concurrency());
        return path.await(fanOut, done -> leave(path, parts, evaluation));
    }

    private int leave(Path path, Branches parts, Evaluation evaluation) {
        Failure failure = component.mode() == Mode.ANY ? parts.allFailed() : null;
        if (failure != null) {
            throw new RunException(failure, null);
        }
        Map<String, Object> changes =
                transform == null ? parts.changes() : transform.object(gathered(parts), evaluation);
        path.becomes(EventChange.merged(path.event(), changes, List.of()));
        return component.next();
    }

    private Map<String, Object> gathered(Branches parts) {
        Map<String, Object> gathered = parts.results();
        if (component.mode() == Mode.SETTLED) {
            gathered.put(Branches.ERRORS, parts.problems());
        }
        return gathered;
    }
}
