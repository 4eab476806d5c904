package dev.krakenflow.policy;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Results that all processes share, for as long as there is room for them: what was put may be gone at any time. Every
 * {@code Uni} does its work on subscription, can be subscribed again, and fails with {@code StoreUnavailableException}
 * when the store does not answer in time. Thread-safe.
 */
public interface SharedCache {

    /** As large as a value may be to be kept, in bytes. */
    int MAX_BYTES = 1024 * 1024;

    /**
     * The value, the caller's own copy; null when there is none.
     *
     * @param key of any length
     */
    Uni<byte @Nullable []> get(String key);

    /**
     * Keeps a value in place of the one before. One of more than {@link #MAX_BYTES} is not kept, nor is it a failure: the
     * one before stays.
     *
     * @param ttl how long it is kept from now, at most
     */
    Uni<Void> put(String key, byte[] value, Duration ttl);
}
