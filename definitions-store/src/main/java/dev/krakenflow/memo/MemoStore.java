package dev.krakenflow.memo;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Where the memos of composers are kept. Every {@code Uni} does its work on subscription, can be subscribed again, and
 * fails with {@code StoreUnavailableException} when the store does not answer in time. Thread-safe.
 */
public interface MemoStore {

    /** The memo as it is now. One round trip. */
    Uni<StoredMemo> read(MemoKey key);

    /**
     * Writes a memo if it is still as it was read: never loses the update of another. One round trip, but for the first
     * write of a memo. Fails with {@link ValueTooLargeException} when the JSON text is too large to be kept.
     *
     * @param ttl how long it is kept from now; null: until it is forgotten
     * @return whether it was written
     */
    Uni<Boolean> replace(MemoKey key, StoredMemo read, byte[] json, @Nullable Duration ttl);

    /**
     * Takes the lease on a memo, so that nobody else holds one meanwhile.
     *
     * @param time how long it lasts when it is not given back
     * @return a token to give it back with; null when somebody else holds it
     */
    Uni<@Nullable String> lease(MemoKey key, Duration time);

    /** Gives a lease back, if it is still the one of this token. */
    Uni<Void> release(MemoKey key, String token);

    /**
     * Forgets all memos of a pipeline, with their leases; the lease on a memo that was never written may last until its time
     * is over. A write over what was read before is refused from then on; a first write at the same time may stay.
     */
    Uni<Void> forget(String pipeline);
}
