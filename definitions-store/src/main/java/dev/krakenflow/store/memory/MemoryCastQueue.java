package dev.krakenflow.store.memory;

import dev.krakenflow.cast.Acceptance;
import dev.krakenflow.cast.Cast;
import dev.krakenflow.cast.CastBounds;
import dev.krakenflow.cast.CastConsumer;
import dev.krakenflow.cast.CastDepth;
import dev.krakenflow.cast.CastQueue;
import dev.krakenflow.cast.CastState;
import io.smallrye.mutiny.Uni;
import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A {@link CastQueue} that lives as long as its process and is always available. */
public final class MemoryCastQueue implements CastQueue {

    private final CastLedger ledger;
    private final Signal changes = new Signal();

    public MemoryCastQueue() {
        this(InstantSource.system(), CastBounds.DEFAULT);
    }

    /** @param clock tells when results end and when what failed comes again */
    public MemoryCastQueue(InstantSource clock, CastBounds bounds) {
        this.ledger = new CastLedger(clock, bounds);
    }

    /** A new consumer of this queue. */
    public CastConsumer consumer() {
        return new MemoryCastConsumer(ledger, changes);
    }

    @Override
    public Uni<Acceptance> offer(Cast cast) {
        return Uni.createFrom().item(() -> ledger.offer(cast)).onItem().invoke(changes::give);
    }

    @Override
    public Uni<@Nullable CastState> find(String reference) {
        return Uni.createFrom().item(() -> ledger.find(reference));
    }

    @Override
    public Uni<Integer> redrive(String pipeline) {
        return Uni.createFrom().item(() -> ledger.redrive(pipeline)).onItem().invoke(changes::give);
    }

    @Override
    public Uni<Map<String, CastDepth>> depths() {
        return Uni.createFrom().item(ledger::depths);
    }

    @Override
    public Uni<Void> forget(String pipeline) {
        return Uni.createFrom().voidItem().onItem().invoke(() -> ledger.forget(pipeline));
    }
}
