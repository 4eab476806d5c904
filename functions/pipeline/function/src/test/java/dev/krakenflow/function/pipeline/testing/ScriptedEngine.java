package dev.krakenflow.function.pipeline.testing;

import dev.krakenflow.engine.CallMark;
import dev.krakenflow.engine.CircuitState;
import dev.krakenflow.engine.Engine;
import dev.krakenflow.engine.Outcome;
import dev.krakenflow.engine.PlanRunner;
import dev.krakenflow.engine.RunOptions;
import dev.krakenflow.engine.TriggerResponse;
import dev.krakenflow.failure.Failure;
import dev.krakenflow.plan.Plan;
import dev.krakenflow.plan.Service;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** An engine whose runs end as a test says: until it says so, with the event that went in. Used by one thread. */
public final class ScriptedEngine implements Engine {

    /** The events of all invocations, in their order. */
    public final List<List<?>> invocations = new ArrayList<>();

    /** What each of them was run with. */
    public final List<RunOptions> options = new ArrayList<>();

    private Function<Map<String, Object>, Uni<List<Outcome>>> run =
            event -> Uni.createFrom().item(List.of(new Outcome.Completed(event, List.of())));
    private Function<Map<String, Object>, @Nullable CallMark> mark = event -> null;

    /** What comes out of an event, from now on. */
    public void does(Function<Map<String, Object>, Uni<List<Outcome>>> newRun) {
        run = newRun;
    }

    /** Every event fails, from now on. */
    public void fails(Failure failure) {
        does(event -> Uni.createFrom().item(List.of(new Outcome.Failed(failure, List.of()))));
    }

    /** By what an event is known, from now on. */
    public void knows(Function<Map<String, Object>, @Nullable CallMark> newMark) {
        mark = newMark;
    }

    @Override
    public PlanRunner load(Plan plan) {
        return new Runner(plan);
    }

    private final class Runner implements PlanRunner {
        private final Plan plan;

        Runner(Plan plan) {
            this.plan = plan;
        }

        @Override
        public Plan plan() {
            return plan;
        }

        @Override
        public Cancellable run(Object event, RunOptions with, Consumer<List<Outcome>> done) {
            throw new UnsupportedOperationException("called only");
        }

        @Override
        @SuppressWarnings("unchecked")
        public Uni<List<List<Outcome>>> call(List<?> events, RunOptions with) {
            invocations.add(events);
            options.add(with);
            return Uni.join()
                    .all(events.stream()
                            .map(event -> run.apply((Map<String, Object>) event))
                            .toList())
                    .andFailFast();
        }

        @Override
        @SuppressWarnings("unchecked")
        public @Nullable CallMark identify(Object event, RunOptions with) {
            return mark.apply((Map<String, Object>) event);
        }

        @Override
        public TriggerResponse response(int trigger, Map<String, Object> event, RunOptions with) {
            throw new UnsupportedOperationException("called only");
        }

        @Override
        public void close() {}
    }

    @Override
    public Uni<Object> callService(
            Service service, Map<String, Map<String, String>> helpers, String function, Object args, RunOptions with) {
        throw new UnsupportedOperationException("called only");
    }

    @Override
    public Optional<CircuitState> circuit(Service service) {
        return Optional.empty();
    }

    @Override
    public void forget(String service) {
        throw new UnsupportedOperationException("remembers nothing");
    }

    @Override
    public Uni<Void> close() {
        return Uni.createFrom().voidItem();
    }
}
