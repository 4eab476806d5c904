package dev.krakenflow.function.pipeline;

import dev.krakenflow.failure.Failure;
import dev.krakenflow.failure.FailureCode;
import dev.krakenflow.function.http.RequestException;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds plans by the routing. A change can move a type or an address from one pipeline to another, in one write; who comes
 * while this process has read it of the one and not yet of the other is not told that there is nothing, but goes on to
 * where it leads after the change. Thread-safe.
 */
final class RoutedPlans {

    /** Changes that may overtake somebody who is looking. */
    private static final int TRIES = 4;

    private final PlanCache plans;
    private final Binding binding;

    RoutedPlans(PlanCache plans, Binding binding) {
        this.plans = plans;
        this.binding = binding;
    }

    /**
     * The runner of the pipeline that an event's type leads to, acquired for the caller. Fails as {@link EventTypes} and
     * {@link PlanCache#find} do.
     */
    Uni<SharedRunner> find(Object event) {
        return plans.routing().chain(table -> find(event, table, TRIES));
    }

    private Uni<SharedRunner> find(Object event, RoutingTable table, int tries) {
        String pipeline = binding.pipeline(event, table.routes());
        return look(pipeline, table, tries, () -> plans.find(pipeline), now -> find(event, now, tries - 1));
    }

    /**
     * The plans that the types of a list of events lead to, acquired for the caller. Fails as {@link MixedEvents#of} does,
     * or when the store does not answer.
     *
     * @param refusal what comes out of an event that leads nowhere
     */
    <T> Uni<RoutedEvents<T>> findAll(List<?> events, Function<Failure, T> refusal) {
        return plans.routing().chain(table -> findAll(events, refusal, table, TRIES));
    }

    private <T> Uni<RoutedEvents<T>> findAll(
            List<?> events, Function<Failure, T> refusal, RoutingTable table, int tries) {
        MixedEvents<T> mixed = MixedEvents.of(events, event -> binding.pipeline(event, table.routes()), refusal);
        Map<String, @Nullable CachedPlan> before = new HashMap<>();
        mixed.pipelines().forEach(pipeline -> before.put(pipeline, plans.known(pipeline)));
        return FoundPlans.of(mixed.pipelines(), plans).chain(found -> {
            before.keySet().retainAll(tries > 0 ? found.refusedBy(RoutedPlans::leadsNowhere) : Set.of());
            return anyReconciled(before, table)
                    .onFailure()
                    .invoke(found::release)
                    .chain(changed -> {
                        if (!changed) {
                            return Uni.createFrom().item(new RoutedEvents<>(mixed, found));
                        }
                        found.release();
                        return plans.routing().chain(now -> findAll(events, refusal, now, tries - 1));
                    });
        });
    }

    private Uni<Boolean> anyReconciled(Map<String, @Nullable CachedPlan> before, RoutingTable table) {
        return Multi.createFrom()
                .iterable(before.entrySet())
                .onItem()
                .transformToUniAndConcatenate(known -> plans.reconciled(known.getKey(), table, known.getValue()))
                .collect()
                .with(Collectors.reducing(false, Boolean::logicalOr));
    }

    /**
     * The plan that claims an address, acquired for the caller. Fails with {@code not-found}, or as {@link PlanCache#find}
     * does.
     *
     * @param table the routing that has the claim
     * @param segments of the address, decoded
     */
    Uni<ClaimedPlan> find(TriggerClaim claim, RoutingTable table, String method, List<String> segments) {
        return find(claim, table, method, segments, TRIES);
    }

    private Uni<ClaimedPlan> find(
            @Nullable TriggerClaim claim, RoutingTable table, String method, List<String> segments, int tries) {
        if (claim == null) {
            return Uni.createFrom().failure(RoutedPlans::noSuchPath);
        }
        Supplier<Uni<ClaimedPlan>> claimed = () -> plans.find(claim.pipeline()).map(shared -> claimed(shared, claim));
        return look(claim.pipeline(), table, tries, claimed, now -> {
            TriggerClaim next = now.triggers().find(method, segments);
            return find(next, now, method, segments, tries - 1);
        });
    }

    private static ClaimedPlan claimed(SharedRunner shared, TriggerClaim claim) {
        PlanTrigger trigger = shared.trigger(claim.shape());
        if (trigger == null) {
            shared.release();
            throw noSuchPath();
        }
        return new ClaimedPlan(shared, trigger);
    }

    private <T> Uni<T> look(
            String pipeline,
            RoutingTable table,
            int tries,
            Supplier<Uni<T>> finding,
            Function<RoutingTable, Uni<T>> again) {
        CachedPlan before = plans.known(pipeline);
        return finding.get()
                .onFailure(failure -> tries > 0 && leadsNowhere(failure))
                .recoverWithUni(nowhere -> plans.reconciled(pipeline, table, before)
                        .chain(changed -> changed
                                ? plans.routing().chain(again::apply)
                                : Uni.createFrom().failure(nowhere)));
    }

    private static boolean leadsNowhere(Throwable failure) {
        return failure instanceof RequestException refused
                && (refused.failure().is(FailureCode.NOT_FOUND)
                        || refused.failure().is(FailureCode.PIPELINE_UNDEFINED));
    }

    private static RequestException noSuchPath() {
        return RequestException.of(FailureCode.NOT_FOUND, "no such path");
    }
}
