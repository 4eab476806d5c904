package dev.krakenflow.function.pipeline;

import dev.krakenflow.cast.CastDelivery;
import dev.krakenflow.cast.CastEvent;
import dev.krakenflow.cast.CastMessage;
import dev.krakenflow.cast.CastState;
import dev.krakenflow.cast.CastStates;
import dev.krakenflow.cast.DeadCasts;
import dev.krakenflow.cast.Delivery;
import dev.krakenflow.store.StoreUnavailableException;
import io.smallrye.mutiny.Uni;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Predicate;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Runs what was cast, for queues that are elsewhere and deliver to this process: SQS, a Knative Broker. What is done is not
 * run again, however often it is delivered. Thread-safe.
 */
public final class DeliveredCasts {

    private static final Logger LOG = Logger.getLogger(DeliveredCasts.class);
    private static final int TELLS = 3;

    private final CastStates states;
    private final DeadCasts dead;
    private final CastRuns runs;
    private final Executor turns;

    /** @param turns where deliveries run */
    DeliveredCasts(CastStates states, DeadCasts dead, CastRuns runs, Executor turns) {
        this.states = states;
        this.dead = dead;
        this.runs = runs;
        this.turns = turns;
    }

    /**
     * Runs the events of a delivery as one invocation and tells what became of them. Never fails. A run that is cancelled was
     * delivered once more.
     *
     * @return whether the queue may drop the delivery; else it must bring it again
     */
    public Uni<Boolean> run(CastMessage message) {
        return states.deliver(message.references())
                .chain(delivery -> run(message, delivery))
                .onFailure(StoreUnavailableException.class)
                .recoverWithItem(away -> {
                    LOG.warn("What was cast comes again: the store does not answer");
                    return false;
                });
    }

    private Uni<Boolean> run(CastMessage message, CastDelivery delivery) {
        return keep(message, delivery.dead()::contains)
                .chain(kept -> delivery.numbers().isEmpty()
                        ? Uni.createFrom().item(kept)
                        : runNew(message, delivery.numbers()).map(settled -> kept && settled));
    }

    private Uni<Boolean> runNew(CastMessage message, Map<String, Integer> numbers) {
        CastMessage running = message.with(eventsOf(message, numbers::containsKey));
        Delivery delivery = new Delivery(
                "", message.pipeline(), running.events(), Collections.max(numbers.values()), message.tracing());
        return Uni.createFrom()
                .deferred(() -> runs.run(delivery, plan -> {}))
                .runSubscriptionOn(turns)
                .chain(settlement -> settle(running, settlement.states()));
    }

    /** Whoever is dead is kept before it is called dead: nobody keeps it later. */
    private Uni<Boolean> settle(CastMessage ran, Map<String, CastState> become) {
        return keep(ran, reference -> become.get(reference) instanceof CastState.Dead)
                .chain(kept -> states.settle(ran.references(), become)
                        .onFailure(StoreUnavailableException.class)
                        .retry()
                        .atMost(TELLS)
                        .map(told -> kept
                                && ran.references().stream().allMatch(reference -> isLast(become.get(reference)))));
    }

    private static boolean isLast(@Nullable CastState state) {
        return switch (state) {
            case null -> false;
            case CastState.Pending it -> false;
            case CastState.Failed it -> false;
            case CastState.Done it -> true;
            case CastState.TooLarge it -> true;
            case CastState.Dead it -> true;
        };
    }

    private Uni<Boolean> keep(CastMessage message, Predicate<String> which) {
        List<CastEvent> events = eventsOf(message, which);
        return events.isEmpty() ? Uni.createFrom().item(true) : dead.keep(message.with(events));
    }

    private static List<CastEvent> eventsOf(CastMessage message, Predicate<String> which) {
        return message.events().stream()
                .filter(event -> which.test(event.reference()))
                .toList();
    }
}
