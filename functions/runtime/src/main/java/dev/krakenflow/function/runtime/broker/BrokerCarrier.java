package dev.krakenflow.function.runtime.broker;

import dev.krakenflow.cast.CastCarrier;
import dev.krakenflow.cast.CastEvent;
import dev.krakenflow.cast.CastMessage;
import dev.krakenflow.cast.CastStates;
import dev.krakenflow.cast.KeptCasts;
import dev.krakenflow.store.StoreUnavailableException;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * Sends deliveries to a Broker, each as a CloudEvent of the type {@value CastEvents#TYPE}. A Broker keeps no dead ones that
 * could be had back, so those stand in our store. Thread-safe.
 */
public final class BrokerCarrier implements CastCarrier {

    private static final int AT_ONCE = 16;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final BrokerClient broker;
    private final CastStates states;
    private final KeptCasts dead;
    private final int limit;

    /** @param limit the most bytes of one message */
    public BrokerCarrier(BrokerClient broker, CastStates states, KeptCasts dead, int limit) {
        this.broker = broker;
        this.states = states;
        this.dead = dead;
        this.limit = limit;
    }

    @Override
    public int limit() {
        return limit;
    }

    @Override
    public int size(CastMessage message) {
        return message.write().length;
    }

    @Override
    public Uni<Void> send(List<CastMessage> messages) {
        return Multi.createFrom()
                .iterable(messages)
                .onItem()
                .transformToUni(broker::send)
                .merge(AT_ONCE)
                .onItem()
                .ignoreAsUni()
                .ifNoItem()
                .after(PATIENCE)
                .failWith(() -> new StoreUnavailableException("the broker takes too long for so many casts", null));
    }

    /** Those that there are at the beginning; one that dies again meanwhile stands behind them. */
    @Override
    public Uni<Integer> redrive(String pipeline) {
        return dead.count(pipeline).chain(count -> redrive(pipeline, count, 0));
    }

    private Uni<Integer> redrive(String pipeline, int left, int redriven) {
        if (left == 0) {
            return Uni.createFrom().item(redriven);
        }
        return dead.first(pipeline)
                .chain(first -> first == null
                        ? Uni.createFrom().item(redriven)
                        : redrive(first).chain(events -> redrive(pipeline, left - 1, redriven + events)));
    }

    /** It is kept until the broker has it. */
    private Uni<Integer> redrive(CastMessage message) {
        return states.revive(message.references()).chain(open -> {
            List<CastEvent> events = eventsOf(message, open);
            Uni<Void> sent = events.isEmpty() ? Uni.createFrom().voidItem() : broker.send(message.with(events));
            return sent.chain(() -> dead.remove(message)).replaceWith(events.size());
        });
    }

    private static List<CastEvent> eventsOf(CastMessage message, Set<String> references) {
        return message.events().stream()
                .filter(event -> references.contains(event.reference()))
                .toList();
    }

    @Override
    public Uni<Void> forget(String pipeline) {
        return dead.forget(pipeline);
    }
}
