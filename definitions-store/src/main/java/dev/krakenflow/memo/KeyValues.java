package dev.krakenflow.memo;

import io.smallrye.mutiny.Uni;
import java.math.BigDecimal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Values by key, for the client {@code kv}. Keys are users' words; each service has its own. Every {@code Uni} does its
 * work on subscription and fails with {@code StoreUnavailableException} when the store does not answer in time. Values
 * are JSON texts in UTF-8; one that is too large fails with {@link ValueTooLargeException}. Thread-safe.
 */
public interface KeyValues {

    /** The value; null when there is none. */
    Uni<byte @Nullable []> get(String service, String key);

    /** @param ttl how long the value is kept; null: until it is deleted */
    Uni<Void> set(String service, String key, byte[] json, @Nullable Duration ttl);

    /** Sets, and gives the value before; null when there was none. */
    Uni<byte @Nullable []> getAndSet(String service, String key, byte[] json, @Nullable Duration ttl);

    /** Whether there was a value. */
    Uni<Boolean> delete(String service, String key);

    /**
     * Adds to a number, in one step, and gives the new one; a key without a value counts from 0. Integers of 64 bits are
     * exact, anything else to 17 digits behind the point.
     *
     * @param ttl a new ttl; null: the old one stays
     * @return null when the value is no number
     */
    Uni<@Nullable BigDecimal> increment(String service, String key, BigDecimal by, @Nullable Duration ttl);
}
