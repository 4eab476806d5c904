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

    private record Entry<V>(V value, @Nullable Instant end) {}

    private static final int FIRST_SWEEP = 1_000;

    /** Of what is kept longer nobody sees the end. */
    private static final Duration LONGEST = Duration.ofDays(36_500);

    private final InstantSource clock;
    private final Map<K, Entry<V>> entries = new HashMap<>();
    private int sweepAt = FIRST_SWEEP;

    ExpiringMap(InstantSource clock) {
        this.clock = clock;
    }

    @Nullable V get(K key) {
        Entry<V> entry = live(key);
        return entry == null ? null : entry.value();
    }

    /** @param ttl null: until it is removed */
    void put(K key, V value, @Nullable Duration ttl) {
        sweepWhenLarge();
        entries.put(key, new Entry<>(value, ttl == null ? null : end(ttl)));
    }

    /** Puts a value that ends when the one before would have. */
    void putKeepingEnd(K key, V value) {
        Entry<V> before = live(key);
        entries.put(key, new Entry<>(value, before == null ? null : before.end()));
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

    private Instant end(Duration ttl) {
        return clock.instant().plus(ttl.compareTo(LONGEST) > 0 ? LONGEST : ttl);
    }

    private @Nullable Entry<V> live(K key) {
        Entry<V> entry = entries.get(key);
        return entry == null || hasEnded(entry, clock.instant()) ? null : entry;
    }

    private void sweepWhenLarge() {
        if (entries.size() >= sweepAt) {
            Instant now = clock.instant();
            entries.values().removeIf(entry -> hasEnded(entry, now));
            sweepAt = Math.max(FIRST_SWEEP, 2 * entries.size());
        }
    }

    private static boolean hasEnded(Entry<?> entry, Instant now) {
        return entry.end() != null && !now.isBefore(entry.end());
    }
}
