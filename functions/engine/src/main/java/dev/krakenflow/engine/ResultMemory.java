package dev.krakenflow.engine;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import dev.krakenflow.json.WrittenSize;
import org.jspecify.annotations.Nullable;

/**
 * The results that a process keeps for itself, of all service functions together: as many as there is room for, in about
 * {@value #ROOM} bytes. Thread-safe.
 */
final class ResultMemory {
    static final long ROOM = 64L * 1024 * 1024;

    private static final int LARGEST = 1024 * 1024;

    /** What one of the values that {@link WrittenSize} counts takes in memory, about. */
    private static final int BYTES_PER_VALUE = 32;

    private static final int OVERHEAD = 300;

    private final Cache<String, KeptResult> results;

    ResultMemory(Scheduler scheduler) {
        results = Caffeine.newBuilder()
                .maximumWeight(ROOM)
                .weigher((String key, KeptResult result) -> (int) weight(result))
                .expireAfter(Expiry.writing((String key, KeptResult result) -> result.left(scheduler.nanoTime())))
                .ticker(scheduler::nanoTime)
                .executor(Runnable::run)
                .build();
    }

    @Nullable KeptResult get(String key) {
        return results.getIfPresent(key);
    }

    /** Keeps a result unless it is too large. */
    void put(String key, KeptResult result) {
        if (weight(result) <= LARGEST) {
            results.put(key, result);
        }
    }

    private static long weight(KeptResult result) {
        long values = Math.min(LARGEST, WrittenSize.of(result.value()));
        return OVERHEAD + values * BYTES_PER_VALUE;
    }
}
