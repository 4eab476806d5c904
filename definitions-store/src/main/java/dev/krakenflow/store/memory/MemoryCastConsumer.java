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
import java.util.concurrent.atomic.AtomicBoolean;

/** A consumer of a {@link MemoryCastQueue}. It cannot be lost without its queue. */
final class MemoryCastConsumer implements CastConsumer {

    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final CastLedger ledger;
    private final Signal changes;
    private final String name = UUID.randomUUID().toString();
    private final AtomicBoolean woken = new AtomicBoolean();
    private volatile boolean closed;

    /** @param changes given by whoever changed something in the ledger that a consumer may wait for */
    MemoryCastConsumer(CastLedger ledger, Signal changes) {
        this.ledger = ledger;
        this.changes = changes;
    }

    @Override
    public Uni<List<Delivery>> take(Room room) {
        return Uni.createFrom().deferred(() -> {
            if (closed) {
                throw new IllegalStateException("the consumer is closed");
            }
            ledger.join(name);
            long seen = changes.count();
            List<Delivery> taken = ledger.take(name, room);
            boolean here = !taken.isEmpty() || woken.getAndSet(false);
            return here ? Uni.createFrom().item(taken) : takeAfter(seen, room);
        });
    }

    private Uni<List<Delivery>> takeAfter(long seen, Room room) {
        return changes.after(seen)
                .ifNoItem()
                .after(ledger.untilNext(PATIENCE))
                .recoverWithItem(() -> null)
                .onItem()
                .invoke(() -> woken.set(false))
                .onItem()
                .transform(ignored -> ledger.take(name, room));
    }

    @Override
    public void wake() {
        woken.set(true);
        changes.give();
    }

    @Override
    public Uni<Void> settle(Delivery delivery, Map<String, CastState> states, Duration again) {
        return change(() -> ledger.settle(name, delivery, states, again));
    }

    @Override
    public Uni<Void> close() {
        return change(() -> {
            closed = true;
            ledger.leave(name);
        });
    }

    private Uni<Void> change(Runnable change) {
        return Uni.createFrom().voidItem().onItem().invoke(change).onItem().invoke(changes::give);
    }
}
