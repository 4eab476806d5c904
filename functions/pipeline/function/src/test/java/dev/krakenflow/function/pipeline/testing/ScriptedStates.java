package dev.krakenflow.function.pipeline.testing;

import dev.krakenflow.cast.Cast;
import dev.krakenflow.cast.CastClaim;
import dev.krakenflow.cast.CastDelivery;
import dev.krakenflow.cast.CastState;
import dev.krakenflow.cast.CastStates;
import dev.krakenflow.store.StoreUnavailableException;
import dev.krakenflow.store.memory.MemoryCastStates;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** States in memory, whose store does not answer one operation when a test says so. Used by one thread. */
public final class ScriptedStates implements CastStates {

    private final CastStates states = new MemoryCastStates();
    private String away = "";

    /** This operation fails from now on, no other does. */
    public void isAwayFrom(String operation) {
        away = operation;
    }

    @Override
    public Uni<CastClaim> begin(Cast cast) {
        return answer("begin", states.begin(cast));
    }

    @Override
    public Uni<Void> sent(Collection<String> references) {
        return answer("sent", states.sent(references));
    }

    @Override
    public Uni<CastDelivery> deliver(Collection<String> references) {
        return answer("deliver", states.deliver(references));
    }

    @Override
    public Uni<Void> settle(Collection<String> references, Map<String, CastState> become) {
        return answer("settle", states.settle(references, become));
    }

    @Override
    public Uni<Set<String>> revive(Collection<String> references) {
        return answer("revive", states.revive(references));
    }

    @Override
    public Uni<@Nullable CastState> find(String reference) {
        return answer("find", states.find(reference));
    }

    private <T> Uni<T> answer(String operation, Uni<T> answer) {
        return operation.equals(away) ? Uni.createFrom().failure(new StoreUnavailableException("away", null)) : answer;
    }
}
