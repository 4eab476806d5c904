package dev.krakenflow.function.pipeline;

import dev.krakenflow.engine.Outcome;
import dev.krakenflow.engine.RunOptions;
import dev.krakenflow.failure.Failure;
import dev.krakenflow.function.http.Answer;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;

/**
 * Calls the pipelines that the types of events lead to. In a list every pipeline gets its events as one invocation; all
 * of them share the memos of the request. Thread-safe.
 */
final class TypedCalls {

    private final RoutedPlans plans;
    private final PipelineCalls calls;
    private final Runs runs;

    TypedCalls(RoutedPlans plans, PipelineCalls calls, Runs runs) {
        this.plans = plans;
        this.calls = calls;
        this.runs = runs;
    }

    /**
     * Runs the events of a call. Fails with {@link dev.krakenflow.function.http.RequestException} when nothing could
     * run.
     */
    Uni<Answer> call(Call call) {
        return call.body() instanceof List<?> events
                ? list(events, runs.sharedOptions(call))
                : calls.call(plans.find(call.body()), call);
    }

    private static List<Outcome> failed(Failure failure) {
        return List.of(new Outcome.Failed(failure, List.of()));
    }

    private Uni<Answer> list(List<?> events, RunOptions options) {
        return plans.findAll(events, TypedCalls::failed)
                .chain(routed -> Ending.once(
                        Uni.createFrom().deferred(() -> run(routed.events(), routed.plans(), options)),
                        routed.plans()::release))
                .map(outcomes -> Results.ofList(outcomes, options.debug()));
    }

    private Uni<List<List<Outcome>>> run(MixedEvents<List<Outcome>> events, FoundPlans found, RunOptions options) {
        found.refused().forEach((pipeline, reason) -> events.refuse(pipeline, reason.failure()));
        Map<String, SharedRunner> runners = found.runners();
        int share = runners.entrySet().stream()
                .mapToInt(entry -> runs.share(
                        entry.getValue().runner(), events.of(entry.getKey()).size()))
                .sum();
        return share == 0
                ? Uni.createFrom().item(events::outcomes)
                : runs.admit(share, options, () -> run(events, runners, options));
    }

    private static Uni<List<List<Outcome>>> run(
            MixedEvents<List<Outcome>> events, Map<String, SharedRunner> runners, RunOptions options) {
        return Multi.createFrom()
                .iterable(runners.entrySet())
                .onItem()
                .transformToUni(entry -> entry.getValue()
                        .runner()
                        .call(events.of(entry.getKey()), options)
                        .invoke(outcomes -> events.place(entry.getKey(), outcomes)))
                .merge(runners.size())
                .collect()
                .last()
                .replaceWith(events::outcomes);
    }
}
