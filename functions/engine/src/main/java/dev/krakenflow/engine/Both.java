package dev.krakenflow.engine;

import dev.krakenflow.failure.Failure;
import dev.krakenflow.plan.Component;
import dev.krakenflow.plan.FunctionCall;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Two observers as one, the first told first. Where nobody watches on one side, the other stands alone. */
final class Both {

    private Both() {}

    static PlanObserver of(PlanObserver first, PlanObserver second) {
        return first == PlanObserver.NONE ? second : second == PlanObserver.NONE ? first : new Plans(first, second);
    }

    static RunObserver of(RunObserver first, RunObserver second) {
        return first == RunObserver.NONE ? second : second == RunObserver.NONE ? first : new Runs(first, second);
    }

    static PathObserver of(PathObserver first, PathObserver second) {
        return first == PathObserver.NONE ? second : second == PathObserver.NONE ? first : new Paths(first, second);
    }

    static CallObserver of(CallObserver first, CallObserver second) {
        return first == CallObserver.NONE ? second : second == CallObserver.NONE ? first : new Calls(first, second);
    }

    private record Plans(PlanObserver first, PlanObserver second) implements PlanObserver {

        @Override
        public RunObserver begin(EventId event, RunOptions options) {
            return of(first.begin(event, options), second.begin(event, options));
        }

        @Override
        public void closed() {
            first.closed();
            second.closed();
        }
    }

    private record Runs(RunObserver first, RunObserver second) implements RunObserver {

        @Override
        public PathObserver path() {
            return of(first.path(), second.path());
        }

        @Override
        public PathObserver undoing(String component) {
            return of(first.undoing(component), second.undoing(component));
        }

        @Override
        public Map<String, String> tracing(Map<String, String> callers) {
            return second.tracing(first.tracing(callers));
        }

        @Override
        public void finished(List<Outcome> outcomes) {
            first.finished(outcomes);
            second.finished(outcomes);
        }
    }

    private record Paths(PathObserver first, PathObserver second) implements PathObserver {

        @Override
        public void entered(String pipeline, Component component, Map<String, Object> event) {
            first.entered(pipeline, component, event);
            second.entered(pipeline, component, event);
        }

        @Override
        public CallObserver call(FunctionCall function) {
            return of(first.call(function), second.call(function));
        }

        @Override
        public void called(int attempt) {
            first.called(attempt);
            second.called(attempt);
        }

        @Override
        public void left(Map<String, Object> event, boolean skipped) {
            first.left(event, skipped);
            second.left(event, skipped);
        }

        @Override
        public void failed(Failure failure) {
            first.failed(failure);
            second.failed(failure);
        }

        @Override
        public void ended() {
            first.ended();
            second.ended();
        }

        @Override
        public PathObserver composed(EventId event, EventId parent) {
            return of(first.composed(event, parent), second.composed(event, parent));
        }

        @Override
        public PathObserver becomes(EventId event, EventId parent) {
            return of(first.becomes(event, parent), second.becomes(event, parent));
        }

        @Override
        public PathObserver branch(@Nullable String name) {
            return of(first.branch(name), second.branch(name));
        }

        @Override
        public PathObserver last() {
            PathObserver firstLast = first.last();
            PathObserver secondLast = second.last();
            return firstLast == first && secondLast == second ? this : of(firstLast, secondLast);
        }

        @Override
        public List<Map<String, Object>> entries() {
            List<Map<String, Object>> entries = first.entries();
            return entries.isEmpty() ? second.entries() : entries;
        }
    }

    private record Calls(CallObserver first, CallObserver second) implements CallObserver {

        @Override
        public Map<String, String> begins(int attempt, Map<String, String> tracing) {
            return second.begins(attempt, first.begins(attempt, tracing));
        }

        @Override
        public void ends(@Nullable Failure failure) {
            first.ends(failure);
            second.ends(failure);
        }

        @Override
        public void isCancelled() {
            first.isCancelled();
            second.isCancelled();
        }

        @Override
        public void cached(CacheUse use) {
            first.cached(use);
            second.cached(use);
        }
    }
}
