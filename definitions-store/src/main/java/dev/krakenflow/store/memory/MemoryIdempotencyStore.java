package dev.krakenflow.store.memory;

import dev.krakenflow.idempotency.Claim;
import dev.krakenflow.idempotency.ClaimToken;
import dev.krakenflow.idempotency.IdempotencyKey;
import dev.krakenflow.idempotency.IdempotencyStore;
import dev.krakenflow.memo.ValueTooLargeException;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** An {@link IdempotencyStore} that lives as long as its process and is always available. */
public final class MemoryIdempotencyStore implements IdempotencyStore {

    /** @param answer null: the call is running */
    private record Call(ClaimToken token, byte @Nullable [] answer) {}

    private final ExpiringMap<IdempotencyKey, Call> calls;

    public MemoryIdempotencyStore() {
        this(InstantSource.system());
    }

    MemoryIdempotencyStore(InstantSource clock) {
        this.calls = new ExpiringMap<>(clock);
    }

    @Override
    public Uni<Claim> claim(IdempotencyKey key, String fingerprint, Duration running) {
        return Uni.createFrom().item(() -> mark(key, fingerprint, running));
    }

    @Override
    public Uni<Boolean> finish(IdempotencyKey key, String token, byte[] answer, Duration ttl) {
        return Uni.createFrom().item(() -> store(key, ClaimToken.of(token), ValueTooLargeException.check(answer), ttl));
    }

    @Override
    public Uni<Void> release(IdempotencyKey key, String token) {
        return Uni.createFrom().voidItem().onItem().invoke(() -> takeAway(key, token));
    }

    private synchronized Claim mark(IdempotencyKey key, String fingerprint, Duration running) {
        Call known = calls.get(key);
        if (known == null) {
            ClaimToken token = ClaimToken.random(fingerprint);
            calls.put(key, new Call(token, null), running);
            return new Claim.Granted(token.text());
        }
        if (!known.token().fingerprint().equals(fingerprint)) {
            return new Claim.Mismatch();
        }
        byte[] answer = known.answer();
        return answer == null ? new Claim.Running(calls.left(key)) : new Claim.Answered(answer.clone());
    }

    private synchronized boolean store(IdempotencyKey key, ClaimToken token, byte[] answer, Duration ttl) {
        Call known = calls.get(key);
        if (known != null && !known.token().equals(token)) {
            return false;
        }
        calls.put(key, new Call(token, answer.clone()), ttl);
        return true;
    }

    private synchronized void takeAway(IdempotencyKey key, String token) {
        Call known = calls.get(key);
        if (known != null && known.answer() == null && known.token().text().equals(token)) {
            calls.remove(key);
        }
    }
}
