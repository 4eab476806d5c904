package dev.krakenflow.store.memory;

import dev.krakenflow.cast.Cast;
import dev.krakenflow.cast.CastBounds;
import dev.krakenflow.cast.CastClaim;
import dev.krakenflow.cast.CastDelivery;
import dev.krakenflow.cast.CastState;
import dev.krakenflow.cast.CastStates;
import io.smallrye.mutiny.Uni;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@link CastStates} that live as long as their process. */
public final class MemoryCastStates implements CastStates {

    private final KnownCasts known;

    public MemoryCastStates() {
        this(InstantSource.system(), CastBounds.DEFAULT);
    }

    /** @param clock tells when something is not known any more */
    public MemoryCastStates(InstantSource clock, CastBounds bounds) {
        this.known = new KnownCasts(clock, bounds.kept());
    }

    @Override
    public Uni<CastClaim> begin(Cast cast) {
        return Uni.createFrom().item(() -> known.begin(cast));
    }

    @Override
    public Uni<Void> sent(Collection<String> references) {
        return Uni.createFrom().voidItem().onItem().invoke(() -> known.sent(references));
    }

    @Override
    public Uni<CastDelivery> deliver(Collection<String> references) {
        return Uni.createFrom().item(() -> known.deliver(references));
    }

    @Override
    public Uni<Void> settle(Collection<String> references, Map<String, CastState> states) {
        return Uni.createFrom().voidItem().onItem().invoke(() -> known.settle(references, states));
    }

    @Override
    public Uni<Set<String>> revive(Collection<String> references) {
        return Uni.createFrom().item(() -> known.revive(references));
    }

    @Override
    public Uni<@Nullable CastState> find(String reference) {
        return Uni.createFrom().item(() -> known.find(reference));
    }
}
