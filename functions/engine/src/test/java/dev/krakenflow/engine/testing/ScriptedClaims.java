package dev.krakenflow.engine.testing;

import dev.krakenflow.idempotency.Claim;
import dev.krakenflow.idempotency.IdempotencyKey;
import dev.krakenflow.idempotency.IdempotencyStore;
import dev.krakenflow.store.memory.MemoryIdempotencyStore;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Claims in memory; remembers what it is asked. */
public final class ScriptedClaims implements IdempotencyStore {

    /** The names of the operations, in their order. */
    public final List<String> asked = new ArrayList<>();

    /** The keys of all claims, in their order. */
    public final List<String> keys = new ArrayList<>();

    /** For how long marks and answers were to be kept, in their order. */
    public final List<Duration> times = new ArrayList<>();

    private final IdempotencyStore store = new MemoryIdempotencyStore();
    private final Map<String, Supplier<Uni<?>>> before = new HashMap<>();

    /** What each operation of a name waits for before it does its work. */
    public void before(String operation, Supplier<Uni<?>> wait) {
        before.put(operation, wait);
    }

    @Override
    public Uni<Claim> claim(IdempotencyKey key, String fingerprint, Duration running) {
        return operation("claim", () -> {
            keys.add(key.key());
            times.add(running);
            return store.claim(key, fingerprint, running);
        });
    }

    @Override
    public Uni<Boolean> finish(IdempotencyKey key, String token, byte[] answer, Duration ttl) {
        return operation("finish", () -> {
            times.add(ttl);
            return store.finish(key, token, answer, ttl);
        });
    }

    @Override
    public Uni<Void> release(IdempotencyKey key, String token) {
        return operation("release", () -> store.release(key, token));
    }

    private <T> Uni<T> operation(String name, Supplier<Uni<T>> work) {
        return Uni.createFrom().deferred(() -> {
            asked.add(name);
            return before.getOrDefault(name, () -> Uni.createFrom().voidItem())
                    .get()
                    .onItem()
                    .transformToUni(now -> work.get());
        });
    }
}
