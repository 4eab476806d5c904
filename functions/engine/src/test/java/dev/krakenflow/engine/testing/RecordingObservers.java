package dev.krakenflow.engine.testing;

import dev.krakenflow.engine.CacheUse;
import dev.krakenflow.engine.CallObserver;
import dev.krakenflow.engine.EventId;
import dev.krakenflow.engine.Outcome;
import dev.krakenflow.engine.PathObserver;
import dev.krakenflow.engine.PlanObserver;
import dev.krakenflow.engine.RunObserver;
import dev.krakenflow.engine.RunObservers;
import dev.krakenflow.engine.RunOptions;
import dev.krakenflow.failure.Failure;
import dev.krakenflow.plan.Component;
import dev.krakenflow.plan.FunctionCall;
import dev.krakenflow.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes down in a word or two what it is told. Each path has a name: {@code 0}, a branch of it {@code 0/a}, {@code 0+1}. */
public final class RecordingObservers implements RunObservers {

    /** What was told, oldest first. */
    public final List<String> told = new ArrayList<>();

    private int composed;

    @Override
    public PlanObserver observe(Plan plan, long version) {
        told.add("observe " + plan.pipeline() + " " + version);
        return new Runs();
    }

    private final class Runs implements PlanObserver {

        @Override
        public RunObserver begin(EventId event, RunOptions options) {
            told.add("begin");
            return new Watching();
        }

        @Override
        public void closed() {
            told.add("closed");
        }
    }

    private final class Watching implements RunObserver {

        @Override
        public PathObserver path() {
            return new Path("0");
        }

        @Override
        public PathObserver undoing(String component) {
            return new Path("undo-" + component);
        }

        @Override
        public void finished(List<Outcome> outcomes) {
            told.add("finished " + EngineBench.results(outcomes).size());
        }
    }

    private final class Path implements PathObserver {
        private final String name;

        Path(String name) {
            this.name = name;
        }

        private void told(String what) {
            told.add(name + " " + what);
        }

        @Override
        public void entered(String pipeline, Component component, Map<String, Object> event) {
            told("entered " + pipeline + "." + component.place().name());
        }

        @Override
        public CallObserver call(FunctionCall function) {
            return new Calls(name + " " + function.function());
        }

        @Override
        public void left(Map<String, Object> event, boolean skipped) {
            told(skipped ? "skipped" : "left");
        }

        @Override
        public void failed(Failure failure) {
            told("failed " + failure.code());
        }

        @Override
        public void ended() {
            told("ended");
        }

        @Override
        public PathObserver composed(EventId event, EventId parent) {
            return new Path(name + "+" + ++composed);
        }

        @Override
        public PathObserver becomes(EventId event, EventId parent) {
            told("becomes");
            return this;
        }

        @Override
        public PathObserver branch(@Nullable String branch) {
            return new Path(name + "/" + branch);
        }
    }

    private final class Calls implements CallObserver {
        private final String name;

        Calls(String name) {
            this.name = name;
        }

        @Override
        public Map<String, String> begins(int attempt, Map<String, String> tracing) {
            told.add(name + " begins " + attempt);
            return Map.of("traceparent", "of " + name + " " + attempt);
        }

        @Override
        public void ends(@Nullable Failure failure) {
            told.add(name + (failure == null ? " answered" : " " + failure.code()));
        }

        @Override
        public void isCancelled() {
            told.add(name + " cancelled");
        }

        @Override
        public void cached(CacheUse use) {
            told.add(name + " " + use);
        }
    }
}
