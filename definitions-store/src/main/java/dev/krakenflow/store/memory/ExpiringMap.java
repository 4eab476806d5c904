package dev.krakenflow.store.memory;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Values by key that can end after a while. Not thread-safe. */
final class ExpiringMap<K, V> {

    private static final int FIRST_SWEEP = 1_000;

    private final InstantSource clock;
    private final Map<K, Expiring<V>> entries = new HashMap<>();
    private int sweepAt = FIRST_SWEEP;

    ExpiringMap(InstantSource clock) {
        this.clock = clock;
    }

    @Nullable V get(K key) {
        Expiring<V> entry = live(key);
        return entry == null ? null : entry.value();
    }

    /** How long a value is still there that was put with a ttl; zero when there is none. */
    Duration left(K key) {
        Expiring<V> entry = entries.get(key);
        return entry == null ? Duration.ZERO : entry.left(clock.instant());
    }

    /** @param ttl null: until it is removed */
    void put(K key, V value, @Nullable Duration ttl) {
        sweepWhenLarge();
        entries.put(key, Expiring.of(value, clock.instant(), ttl));
    }

    /** Puts a value that ends when the one before would have. */
    void putKeepingEnd(K key, V value) {
        Expiring<V> before = live(key);
        entries.put(key, new Expiring<>(value, before == null ? null : before.end()));
    }

    /** Gives what was there. */
    @Nullable V remove(K key) {
        V removed = get(key);
        entries.remove(key);
        return removed;
    }

    void removeIf(Predicate<K> which) {
        entries.keySet().removeIf(which);
    }

    private @Nullable Expiring<V> live(K key) {
        Expiring<V> entry = entries.get(key);
        return entry == null || entry.hasEnded(clock.instant()) ? null : entry;
    }

    private void sweepWhenLarge() {
        if (entries.size() >= sweepAt) {
            Instant now = clock.instant();
            entries.values().removeIf(entry -> entry.hasEnded(now));
            sweepAt = Math.max(FIRST_SWEEP, 2 * entries.size());
        }
    }
}
