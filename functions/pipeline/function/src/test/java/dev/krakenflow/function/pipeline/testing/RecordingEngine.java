package dev.krakenflow.function.pipeline.testing;

import dev.krakenflow.engine.CallMark;
import dev.krakenflow.engine.CircuitState;
import dev.krakenflow.engine.Engine;
import dev.krakenflow.engine.Outcome;
import dev.krakenflow.engine.PlanRunner;
import dev.krakenflow.engine.RunOptions;
import dev.krakenflow.engine.TriggerResponse;
import dev.krakenflow.plan.Plan;
import dev.krakenflow.plan.Service;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Opens runners that run nothing, and remembers which plans were opened and closed. */
public final class RecordingEngine implements Engine {

    public final List<Plan> opened = new ArrayList<>();
    public final List<Plan> closed = new ArrayList<>();

    @Override
    public PlanRunner load(Plan plan) {
        opened.add(plan);
        return new PlanRunner() {
            @Override
            public Plan plan() {
                return plan;
            }

            @Override
            public Cancellable run(Object event, RunOptions options, Consumer<List<Outcome>> done) {
                throw new UnsupportedOperationException("runs nothing");
            }

            @Override
            public Uni<List<List<Outcome>>> call(List<?> events, RunOptions options) {
                throw new UnsupportedOperationException("runs nothing");
            }

            @Override
            public @Nullable CallMark identify(Object event, RunOptions options) {
                throw new UnsupportedOperationException("runs nothing");
            }

            @Override
            public TriggerResponse response(int trigger, Map<String, Object> event, RunOptions options) {
                throw new UnsupportedOperationException("runs nothing");
            }

            @Override
            public void close() {
                closed.add(plan);
            }
        };
    }

    @Override
    public Uni<Object> callService(
            Service service,
            Map<String, Map<String, String>> helpers,
            String function,
            Object args,
            RunOptions options) {
        throw new UnsupportedOperationException("runs nothing");
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
