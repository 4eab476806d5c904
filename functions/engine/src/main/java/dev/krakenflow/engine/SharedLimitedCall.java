package dev.krakenflow.engine;

import dev.krakenflow.plan.RateLimit;
import dev.krakenflow.policy.Permission;
import dev.krakenflow.policy.SharedRateLimit;
import dev.krakenflow.store.StoreUnavailableException;
import io.smallrye.mutiny.Uni;
import java.time.Duration;

/**
 * Makes no more calls in a time than all processes together may. While nobody can tell how many there are, all are made.
 *
 * @param limiter names what is limited
 */
record SharedLimitedCall(SharedRateLimit limits, String limiter, RateLimit policy, TimeLimit time, Call call)
        implements Call {
    private static final Permission GRANTED = new Permission(true, Duration.ZERO);

    @Override
    public Uni<Object> call(CallFrame frame, Deadline deadline) {
        return time.until(deadline, limits.take(limiter, policy.limit(), policy.window()))
                .onFailure(StoreUnavailableException.class)
                .recoverWithItem(GRANTED)
                .chain(permission -> permission.granted()
                        ? call.call(frame, deadline)
                        : Uni.createFrom().failure(Quota.refusal(policy, permission.untilNext())));
    }
}
