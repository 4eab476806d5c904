package dev.krakenflow.store.memory;

import dev.krakenflow.policy.Permission;
import dev.krakenflow.policy.SharedRateLimit;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;

/** A {@link SharedRateLimit} within one process, always available. */
public final class MemorySharedRateLimit implements SharedRateLimit {

    private static final Permission GRANTED = new Permission(true, Duration.ZERO);

    private final ExpiringMap<String, AtomicInteger> taken;

    public MemorySharedRateLimit() {
        this(InstantSource.system());
    }

    MemorySharedRateLimit(InstantSource clock) {
        this.taken = new ExpiringMap<>(clock);
    }

    @Override
    public Uni<Permission> take(String limiter, int limit, Duration window) {
        return Uni.createFrom().item(() -> count(limiter, limit, window));
    }

    private synchronized Permission count(String limiter, int limit, Duration window) {
        AtomicInteger before = taken.get(limiter);
        if (before == null) {
            taken.put(limiter, new AtomicInteger(1), window);
            return GRANTED;
        }
        if (taken.left(limiter).compareTo(window) > 0) {
            taken.put(limiter, before, window);
        }
        if (before.get() >= limit) {
            return new Permission(false, taken.left(limiter));
        }
        before.incrementAndGet();
        return GRANTED;
    }
}
