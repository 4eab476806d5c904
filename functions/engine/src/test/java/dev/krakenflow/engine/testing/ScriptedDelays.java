package dev.krakenflow.engine.testing;

import dev.krakenflow.memo.MemoKey;
import dev.krakenflow.memo.MemoStore;
import dev.krakenflow.memo.StoredMemo;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** A memo store that is asked and answers on other threads, as one over a network is. */
public record ScriptedDelays(MemoStore store, Executor threads) implements MemoStore {

    @Override
    public Uni<StoredMemo> read(MemoKey key) {
        return elsewhere(store.read(key));
    }

    @Override
    public Uni<Boolean> replace(MemoKey key, StoredMemo read, byte[] json, @Nullable Duration ttl) {
        return elsewhere(store.replace(key, read, json, ttl));
    }

    @Override
    public Uni<@Nullable String> lease(MemoKey key, Duration time) {
        return elsewhere(store.lease(key, time));
    }

    @Override
    public Uni<Void> release(MemoKey key, String token) {
        return elsewhere(store.release(key, token));
    }

    @Override
    public Uni<Void> forget(String pipeline) {
        return elsewhere(store.forget(pipeline));
    }

    private <T> Uni<T> elsewhere(Uni<T> operation) {
        return operation.runSubscriptionOn(threads).emitOn(threads);
    }
}
