package dev.krakenflow.idempotency;

import io.smallrye.mutiny.Uni;
import java.time.Duration;

/**
 * Who runs a call, and what it was answered, so that a call that comes twice runs once. Entries end by themselves. Every
 * {@code Uni} does its work on subscription, can be subscribed again, and fails with {@code StoreUnavailableException}
 * when the store does not answer in time. Thread-safe.
 */
public interface IdempotencyStore {

    /**
     * Marks a call as running, unless something is known of it; in one step, so that of any number at once one is granted.
     * When this fails, the mark may stand all the same, until it ends.
     *
     * @param fingerprint equal for equal events and, as far as can be, for no others; short
     * @param running when the mark ends by itself
     */
    Uni<Claim> claim(IdempotencyKey key, String fingerprint, Duration running);

    /**
     * Stores the answer in place of the mark, also when the mark has ended and nobody has claimed the key since. Finishing
     * once more with the same token replaces the answer. Fails with {@code ValueTooLargeException} when the answer is too
     * large to be kept; the mark then stays.
     *
     * @param token of the claim that was granted
     * @param ttl how long the answer is kept from now
     * @return whether it was stored; false when the key is somebody else's now
     */
    Uni<Boolean> finish(IdempotencyKey key, String token, byte[] answer, Duration ttl);

    /** Takes the mark away if it is still the one of this token, so that the call may come again. Answers stay. */
    Uni<Void> release(IdempotencyKey key, String token);
}
