package dev.krakenflow.store.memory;

import dev.krakenflow.policy.SharedRateLimit;
import dev.krakenflow.policy.SharedRateLimitContract;

final class MemorySharedRateLimitTest extends SharedRateLimitContract {

    private final SharedRateLimit limits = new MemorySharedRateLimit();

    @Override
    protected SharedRateLimit limits() {
        return limits;
    }
}
