package dev.krakenflow.store.memory;

import dev.krakenflow.cast.CastState;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an event whose queue is elsewhere.
 *
 * @param once its key, as long as it is not done; null: it has none
 * @param sent whether its queue has it
 * @param number how often it was delivered
 */
record KnownCast(CastState state, @Nullable KnownKey once, boolean sent, int number) {

    private static final CastState PENDING = new CastState.Pending();

    /** A key of events of one pipeline. */
    record KnownKey(String pipeline, String key) {}

    static KnownCast pending(@Nullable KnownKey once) {
        return new KnownCast(PENDING, once, false, 0);
    }

    boolean isDone() {
        return state instanceof CastState.Done || state instanceof CastState.TooLarge;
    }

    boolean isDead() {
        return state instanceof CastState.Dead;
    }

    boolean isPending() {
        return !isDone() && !isDead();
    }

    KnownCast asSent() {
        return new KnownCast(state, once, true, number);
    }

    /** Delivered so often more. */
    KnownCast delivered(int more) {
        return new KnownCast(state, once, sent, number + more);
    }

    KnownCast with(CastState other) {
        return new KnownCast(other, once, sent, number);
    }

    KnownCast afresh() {
        return new KnownCast(PENDING, once, sent, 0);
    }
}
