package dev.krakenflow.store.memory;

import dev.krakenflow.policy.SharedCache;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A {@link SharedCache} within one process, always available; what was not used for the longest time makes room. */
public final class MemorySharedCache implements SharedCache {

    private static final long DEFAULT_ROOM = 64L * 1024 * 1024;
    private static final int OVERHEAD = 200;

    private final InstantSource clock;
    private final long room;
    private final Map<String, Expiring<byte[]>> leastUsedFirst = new LinkedHashMap<>(16, 0.75f, true);
    private long used;

    public MemorySharedCache() {
        this(InstantSource.system(), DEFAULT_ROOM);
    }

    /** @param room for all keys and values, in bytes */
    MemorySharedCache(InstantSource clock, long room) {
        this.clock = clock;
        this.room = room;
    }

    @Override
    public Uni<byte @Nullable []> get(String key) {
        return Uni.createFrom().item(() -> read(key));
    }

    @Override
    public Uni<Void> put(String key, byte[] value, Duration ttl) {
        return Uni.createFrom().voidItem().onItem().invoke(() -> keep(key, value, ttl));
    }

    private synchronized byte @Nullable [] read(String key) {
        Expiring<byte[]> kept = leastUsedFirst.get(key);
        if (kept == null) {
            return null;
        }
        if (kept.hasEnded(clock.instant())) {
            remove(key);
            return null;
        }
        return kept.value().clone();
    }

    private synchronized void keep(String key, byte[] value, Duration ttl) {
        if (value.length > MAX_BYTES) {
            return;
        }
        remove(key);
        leastUsedFirst.put(key, Expiring.of(value.clone(), clock.instant(), ttl));
        used += size(key, value);
        makeRoom();
    }

    private void remove(String key) {
        Expiring<byte[]> removed = leastUsedFirst.remove(key);
        if (removed != null) {
            used -= size(key, removed.value());
        }
    }

    private void makeRoom() {
        Iterator<Map.Entry<String, Expiring<byte[]>>> leastUsed =
                leastUsedFirst.entrySet().iterator();
        while (used > room && leastUsed.hasNext()) {
            Map.Entry<String, Expiring<byte[]>> out = leastUsed.next();
            used -= size(out.getKey(), out.getValue().value());
            leastUsed.remove();
        }
    }

    private static long size(String key, byte[] value) {
        return OVERHEAD + 2L * key.length() + value.length;
    }
}
