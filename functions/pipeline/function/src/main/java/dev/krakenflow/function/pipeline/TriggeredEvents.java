package dev.krakenflow.function.pipeline;

import dev.krakenflow.engine.CallIdentity;
import dev.krakenflow.engine.Outcome;
import dev.krakenflow.engine.PlanRunner;
import dev.krakenflow.engine.RunOptions;
import dev.krakenflow.failure.Failure;
import dev.krakenflow.function.http.Failures;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Runs events that triggers other than requests bring: queues, topics, buses. Thread-safe. */
public final class TriggeredEvents {

    private final PlanCache plans;
    private final RoutedPlans routed;
    private final Binding binding;
    private final Runs runs;

    TriggeredEvents(PlanCache plans, RoutedPlans routed, Binding binding, Runs runs) {
        this.plans = plans;
        this.routed = routed;
        this.binding = binding;
        this.runs = runs;
    }

    /** Runs an event. Never fails; a cancel cancels the run. */
    public Uni<TriggeredOutcome> run(TriggeredEvent event) {
        return Uni.createFrom()
                .deferred(() -> find(event))
                .chain(shared ->
                        Ending.once(Uni.createFrom().deferred(() -> run(shared.runner(), event)), shared::release))
                .onFailure()
                .recoverWithItem(reason -> refused(Failures.of(reason)));
    }

    private Uni<SharedRunner> find(TriggeredEvent event) {
        if (event.pipeline() != null) {
            binding.check(event.pipeline());
            return plans.find(event.pipeline());
        }
        // Only the type is looked at.
        return routed.find(event.type() == null ? event.event() : Map.of("type", event.type()));
    }

    private Uni<TriggeredOutcome> run(PlanRunner runner, TriggeredEvent event) {
        RunOptions options = runs.options(
                new Call(event.event(), false, event.budget(), event.tracing(), event.trigger(), CallIdentity.NONE));
        return runs.ofOne(runner, event.event(), options)
                .map(outcomes -> outcome(runner.plan().pipeline(), outcomes));
    }

    /** A trigger takes all of it or nothing: what failed beside what came out fails the event. */
    private static TriggeredOutcome outcome(String pipeline, List<Outcome> outcomes) {
        Failure failure = firstFailure(outcomes);
        return failure == null
                ? new TriggeredOutcome.Done(
                        pipeline, Results.ofOne(outcomes, false).body())
                : new TriggeredOutcome.Failed(pipeline, failure);
    }

    private static @Nullable Failure firstFailure(List<Outcome> outcomes) {
        return outcomes.stream()
                .map(outcome -> outcome instanceof Outcome.Failed failed ? failed.failure() : null)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static TriggeredOutcome refused(Failure failure) {
        return new TriggeredOutcome.Failed(failure.place().pipeline(), failure);
    }
}
