package dev.krakenflow.client.kv.testing;

import dev.krakenflow.memo.KeyValues;
import io.smallrye.mutiny.Uni;
import java.math.BigDecimal;
import java.time.Duration;

/** Fails every call as it was told to. */
public final class ScriptedKeyValues implements KeyValues {
    private final RuntimeException failure;

    public ScriptedKeyValues(RuntimeException failure) {
        this.failure = failure;
    }

    @Override
    public Uni<byte[]> get(String service, String key) {
        return Uni.createFrom().failure(failure);
    }

    @Override
    public Uni<Void> set(String service, String key, byte[] json, Duration ttl) {
        return Uni.createFrom().failure(failure);
    }

    @Override
    public Uni<byte[]> getAndSet(String service, String key, byte[] json, Duration ttl) {
        return Uni.createFrom().failure(failure);
    }

    @Override
    public Uni<Boolean> delete(String service, String key) {
        return Uni.createFrom().failure(failure);
    }

    @Override
    public Uni<BigDecimal> increment(String service, String key, BigDecimal by, Duration ttl) {
        return Uni.createFrom().failure(failure);
    }
}
