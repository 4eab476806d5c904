package dev.krakenflow.store.memory;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.krakenflow.memo.KeyValues;
import dev.krakenflow.memo.ValueTooLargeException;
import io.smallrye.mutiny.Uni;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** {@link KeyValues} that live as long as their process and are always available. */
public final class MemoryKeyValues implements KeyValues {

    private record Name(String service, String key) {}

    /** Numbers beyond are no numbers here: adding would write out all their zeros. */
    private static final int MAX_DIGITS = 1_000;

    private final ExpiringMap<Name, byte[]> values;

    public MemoryKeyValues() {
        this(InstantSource.system());
    }

    MemoryKeyValues(InstantSource clock) {
        this.values = new ExpiringMap<>(clock);
    }

    @Override
    public Uni<byte @Nullable []> get(String service, String key) {
        return Uni.createFrom().item(() -> read(new Name(service, key)));
    }

    @Override
    public Uni<Void> set(String service, String key, byte[] json, @Nullable Duration ttl) {
        return getAndSet(service, key, json, ttl).replaceWithVoid();
    }

    @Override
    public Uni<byte @Nullable []> getAndSet(String service, String key, byte[] json, @Nullable Duration ttl) {
        return Uni.createFrom().item(() -> swap(new Name(service, key), ValueTooLargeException.check(json), ttl));
    }

    @Override
    public Uni<Boolean> delete(String service, String key) {
        return Uni.createFrom().item(() -> remove(new Name(service, key)));
    }

    @Override
    public Uni<@Nullable BigDecimal> increment(String service, String key, BigDecimal by, @Nullable Duration ttl) {
        return Uni.createFrom().item(() -> add(new Name(service, key), by, ttl));
    }

    private synchronized byte @Nullable [] read(Name name) {
        byte[] value = values.get(name);
        return value == null ? null : value.clone();
    }

    private synchronized byte @Nullable [] swap(Name name, byte[] json, @Nullable Duration ttl) {
        byte[] before = values.get(name);
        values.put(name, json.clone(), ttl);
        return before;
    }

    private synchronized boolean remove(Name name) {
        return values.remove(name) != null;
    }

    private synchronized @Nullable BigDecimal add(Name name, BigDecimal by, @Nullable Duration ttl) {
        byte[] before = values.get(name);
        BigDecimal number = before == null ? BigDecimal.ZERO : number(before);
        if (number == null || !isCountable(number) || !isCountable(by)) {
            return null;
        }
        BigDecimal sum = number.add(by);
        byte[] json = sum.toPlainString().getBytes(UTF_8);
        if (ttl == null) {
            values.putKeepingEnd(name, json);
        } else {
            values.put(name, json, ttl);
        }
        return sum;
    }

    private static @Nullable BigDecimal number(byte[] json) {
        try {
            return new BigDecimal(new String(json, UTF_8));
        } catch (NumberFormatException somethingElse) {
            return null;
        }
    }

    private static boolean isCountable(BigDecimal number) {
        return Math.abs((long) number.precision() - number.scale()) <= MAX_DIGITS && number.scale() <= MAX_DIGITS;
    }
}
