package dev.krakenflow.store.memory;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A value that can end after a while.
 *
 * @param end from when on it is not there any more; null: it stays
 */
record Expiring<V>(V value, @Nullable Instant end) {

    /** Of what is kept longer nobody sees the end. */
    private static final Duration LONGEST = Duration.ofDays(36_500);

    /** @param ttl null: it stays */
    static <V> Expiring<V> of(V value, Instant now, @Nullable Duration ttl) {
        if (ttl == null) {
            return new Expiring<>(value, null);
        }
        return new Expiring<>(value, now.plus(ttl.compareTo(LONGEST) > 0 ? LONGEST : ttl));
    }

    boolean hasEnded(Instant now) {
        return end != null && !now.isBefore(end);
    }

    /** How long it is still there; not negative. */
    Duration left(Instant now) {
        if (end == null) {
            return LONGEST;
        }
        return hasEnded(now) ? Duration.ZERO : Duration.between(now, end);
    }
}
