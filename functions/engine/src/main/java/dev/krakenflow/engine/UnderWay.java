package dev.krakenflow.engine;

import io.smallrye.mutiny.subscription.Cancellable;
import org.jspecify.annotations.Nullable;

/**
 * What somebody waits for at the moment, one thing after the other: cancelling stops it, and whatever would come behind
 * it. Thread-safe.
 */
final class UnderWay implements Cancellable {
    private @Nullable Cancellable now;
    private boolean cancelled;

    /** The next thing begins; it is stopped at once when nobody waits any more. */
    void is(Cancellable next) {
        synchronized (this) {
            if (!cancelled) {
                now = next;
                return;
            }
        }
        next.cancel();
    }

    synchronized boolean isCancelled() {
        return cancelled;
    }

    /** Stops it; not only once. */
    @Override
    public void cancel() {
        Cancellable stopped;
        synchronized (this) {
            cancelled = true;
            stopped = now;
            now = null;
        }
        if (stopped != null) {
            stopped.cancel();
        }
    }
}
