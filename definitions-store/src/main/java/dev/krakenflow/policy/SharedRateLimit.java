package dev.krakenflow.policy;

import io.smallrye.mutiny.Uni;
import java.time.Duration;

/**
 * Limits the calls of all processes together, in windows that begin with their first call. The {@code Uni} does its work
 * on subscription, can be subscribed again (for another call), and fails with {@code StoreUnavailableException} when the
 * store does not answer in time; the call may then be counted. Thread-safe.
 */
public interface SharedRateLimit {

    /**
     * Counts a call if the window has room for it. One that is refused is not counted and does not prolong the window.
     * Limit and window are those of this call: a lower limit or a shorter window than before holds at once.
     *
     * @param limiter names what is limited; of any length
     * @param limit calls in a window, at least 1
     */
    Uni<Permission> take(String limiter, int limit, Duration window);
}
