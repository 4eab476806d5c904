package dev.krakenflow.function.pipeline;

import dev.krakenflow.function.http.Answer;
import dev.krakenflow.function.http.Failures;
import dev.krakenflow.function.http.RequestException;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Casts events to the pipelines that their types lead to. In a list every pipeline gets its events as one cast. Thread-safe. */
final class TypedCasts {

    private final RoutedPlans plans;
    private final NamedCasts named;
    private final Casts casts;

    TypedCasts(RoutedPlans plans, NamedCasts named, Casts casts) {
        this.plans = plans;
        this.named = named;
        this.casts = casts;
    }

    /**
     * Casts the events of a call. Fails with {@link RequestException} when nothing could be taken; what a pipeline of
     * several does not take stands in its place as its problem.
     */
    Uni<Answer> cast(Call call) {
        return call.body() instanceof List<?> events ? list(events, call) : named.cast(plans.find(call.body()), call);
    }

    private Uni<Answer> list(List<?> events, Call call) {
        return plans.<CastTicket>findAll(events, CastTicket.Refused::new)
                .chain(routed -> Ending.once(
                        Uni.createFrom()
                                .deferred(() -> offer(routed.events(), routed.plans(), call))
                                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool()),
                        routed.plans()::release));
    }

    private Uni<Answer> offer(MixedEvents<CastTicket> events, FoundPlans found, Call call) {
        found.refused().forEach((pipeline, reason) -> events.refuse(pipeline, reason.failure()));
        Map<String, SharedRunner> runners = found.runners();
        runners.forEach((pipeline, shared) ->
                casts.check(shared.runner(), events.of(pipeline).size()));
        return Multi.createFrom()
                .iterable(runners.entrySet())
                .onItem()
                .transformToUniAndConcatenate(entry -> offer(events, entry, call))
                .collect()
                .asList()
                .map(reasons -> answer(events.outcomes(), reasons));
    }

    /** Why the queue took nothing; empty when it did. */
    private Uni<Optional<Throwable>> offer(
            MixedEvents<CastTicket> events, Map.Entry<String, SharedRunner> entry, Call call) {
        String pipeline = entry.getKey();
        return casts.offer(entry.getValue().runner(), events.of(pipeline), call)
                .map(tickets -> {
                    events.place(pipeline, tickets);
                    return Optional.<Throwable>empty();
                })
                .onFailure()
                .recoverWithItem(reason -> {
                    events.refuse(pipeline, Failures.of(reason));
                    return Optional.of(reason);
                });
    }

    private static Answer answer(List<CastTicket> tickets, List<Optional<Throwable>> reasons) {
        Optional<Throwable> reason = reasons.stream().flatMap(Optional::stream).findFirst();
        if (reason.isPresent() && tickets.stream().noneMatch(CastTicket.Taken.class::isInstance)) {
            throw reason.get() instanceof RequestException own ? own : new IllegalStateException(reason.get());
        }
        return CastTicket.answer(tickets);
    }
}
