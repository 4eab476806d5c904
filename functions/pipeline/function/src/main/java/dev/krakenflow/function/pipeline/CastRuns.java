package dev.krakenflow.function.pipeline;

import dev.krakenflow.cast.CastEvent;
import dev.krakenflow.cast.Delivery;
import dev.krakenflow.engine.CallIdentity;
import dev.krakenflow.engine.PlanRunner;
import dev.krakenflow.engine.RunOptions;
import dev.krakenflow.failure.Failure;
import dev.krakenflow.failure.FailureCode;
import dev.krakenflow.failure.FailurePlace;
import dev.krakenflow.function.http.Failures;
import dev.krakenflow.function.http.RequestException;
import dev.krakenflow.json.JsonReader;
import dev.krakenflow.plan.Limits;
import dev.krakenflow.plan.Plan;
import dev.krakenflow.store.StoreUnavailableException;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Runs deliveries: the events of each as one invocation, by the plan that there is when it begins. Thread-safe. */
final class CastRuns {

    /** How long something rests that cannot run here at the moment, for no reason of its own. */
    static final Duration REST = Duration.ofSeconds(1);

    private final PlanCache plans;
    private final Runs runs;
    private final CastPauses pauses;

    CastRuns(PlanCache plans, Runs runs, CastPauses pauses) {
        this.plans = plans;
        this.runs = runs;
        this.pauses = pauses;
    }

    /**
     * Runs the events of a delivery; never fails.
     *
     * @param found is told the plan before they run
     */
    Uni<CastSettlement> run(Delivery delivery, Consumer<Plan> found) {
        return plans.find(delivery.pipeline())
                .chain(shared -> Ending.once(
                        Uni.createFrom().deferred(() -> run(delivery, shared.runner(), found)), shared::release))
                .onFailure()
                .recoverWithItem(reason -> refused(delivery, reason, Limits.DEFAULT.maxDeliveries()));
    }

    private Uni<CastSettlement> run(Delivery delivery, PlanRunner runner, Consumer<Plan> found) {
        found.accept(runner.plan());
        int most = runner.plan().limits().maxDeliveries();
        if (delivery.number() > most) {
            return Uni.createFrom().item(() -> new CastVerdict(delivery, most, pauses).of(neverEnded(delivery)));
        }
        List<Object> events = delivery.events().stream()
                .map(event -> JsonReader.read(event.json()))
                .toList();
        RunOptions options = options(delivery);
        int share = runner.plan().serial() ? 1 : runs.share(runner, events.size());
        return runs.admit(share, options, () -> runner.call(events, options))
                .map(outcomes -> new CastVerdict(delivery, most, pauses).of(outcomes))
                .onFailure()
                .recoverWithItem(reason -> refused(delivery, reason, most));
    }

    private static RunOptions options(Delivery delivery) {
        CastEvent first = delivery.events().get(0);
        CallIdentity identity = delivery.events().size() > 1 || first.key() == null
                ? CallIdentity.NONE
                : new CallIdentity(first.key(), Map.of());
        return new RunOptions(false, Long.MAX_VALUE, Long.MAX_VALUE, delivery.tracing(), null, null, identity, true);
    }

    private CastSettlement refused(Delivery delivery, Throwable reason, int maxDeliveries) {
        boolean another = reason instanceof RequestException refused
                && (refused.failure().is(FailureCode.PIPELINE_NOT_READY)
                        || refused.failure().is(FailureCode.OVERLOADED));
        return another || reason instanceof StoreUnavailableException
                ? CastSettlement.notRun(REST)
                : new CastVerdict(delivery, maxDeliveries, pauses).of(Failures.of(reason));
    }

    private static Failure neverEnded(Delivery delivery) {
        String detail = "it was delivered " + (delivery.number() - 1)
                + " times and no run came to its end: the processes that ran it ended before";
        return Failure.of(FailureCode.INTERNAL, detail)
                .at(new FailurePlace(delivery.pipeline(), null, null, null, null, null, null));
    }
}
