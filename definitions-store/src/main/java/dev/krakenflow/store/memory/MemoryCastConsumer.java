package dev.krakenflow.store.memory;

import dev.krakenflow.cast.CastConsumer;
import dev.krakenflow.cast.CastState;
import dev.krakenflow.cast.Delivery;
import dev.krakenflow.cast.Room;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** A consumer of a {@link MemoryCastQueue}. It cannot be lost without its queue. */
final class MemoryCastConsumer implements CastConsumer {

    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final CastLedger ledger;
    private final String name = UUID.randomUUID().toString();
    private volatile boolean closed;

    MemoryCastConsumer(CastLedger ledger) {
        this.ledger = ledger;
    }

    @Override
    public Uni<List<Delivery>> take(Room room) {
        return Uni.createFrom().deferred(() -> {
            if (closed) {
                throw new IllegalStateException("the consumer is closed");
            }
            ledger.join(name);
            CompletableFuture<Void> change = ledger.nextChange();
            List<Delivery> taken = ledger.take(name, room);
            return taken.isEmpty() ? takeAfter(change, room) : Uni.createFrom().item(taken);
        });
    }

    private Uni<List<Delivery>> takeAfter(CompletableFuture<Void> change, Room room) {
        // A copy, since who cancels the wait would cancel what the others wait for.
        return Uni.createFrom()
                .completionStage(change.copy())
                .ifNoItem()
                .after(ledger.untilNext(PATIENCE))
                .recoverWithItem(() -> null)
                .onItem()
                .transform(ignored -> ledger.take(name, room));
    }

    @Override
    public Uni<Void> settle(Delivery delivery, Map<String, CastState> states, Duration again) {
        return Uni.createFrom()
                .voidItem()
                .onItem()
                .invoke(() -> ledger.settle(name, delivery, states, again))
                .onItem()
                .invoke(ledger::wakeConsumers);
    }

    @Override
    public Uni<Void> close() {
        return Uni.createFrom()
                .voidItem()
                .onItem()
                .invoke(() -> {
                    closed = true;
                    ledger.leave(name);
                })
                .onItem()
                .invoke(ledger::wakeConsumers);
    }
}
