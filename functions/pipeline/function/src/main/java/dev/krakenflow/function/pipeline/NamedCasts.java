package dev.krakenflow.function.pipeline;

import dev.krakenflow.function.http.Answer;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.util.List;

/** Casts events to pipelines by their names. Thread-safe. */
final class NamedCasts {

    private final PlanCache plans;
    private final Binding binding;
    private final Casts casts;

    NamedCasts(PlanCache plans, Binding binding, Casts casts) {
        this.plans = plans;
        this.binding = binding;
        this.casts = casts;
    }

    /**
     * Casts the events of a call. Fails with {@link dev.krakenflow.function.http.RequestException} when nothing could be
     * taken.
     */
    Uni<Answer> cast(String pipeline, Call call) {
        binding.check(pipeline);
        return cast(plans.find(pipeline), call);
    }

    /**
     * Casts the events of a call, and releases the plan then.
     *
     * @param found the plan, acquired for this call
     */
    Uni<Answer> cast(Uni<SharedRunner> found, Call call) {
        return found.chain(shared -> Ending.once(Uni.createFrom().deferred(() -> cast(shared, call)), shared::release));
    }

    private Uni<Answer> cast(SharedRunner shared, Call call) {
        if (call.body() instanceof List<?> events) {
            casts.check(shared.runner(), events.size());
            return casts.offer(shared.runner(), events, call)
                    .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                    .map(CastTicket::answer);
        }
        return casts.offer(shared.runner(), List.of(call.body()), call)
                .map(tickets -> CastTicket.answer(tickets.get(0)));
    }
}
