package dev.krakenflow.store.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.krakenflow.policy.SharedCache;
import dev.krakenflow.policy.SharedCacheContract;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

final class MemorySharedCacheTest extends SharedCacheContract {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final byte[] LARGE = new byte[4_000];
    private static final long ROOM_FOR_TWO = 10_000;

    private final SharedCache cache = new MemorySharedCache();

    @Override
    protected SharedCache cache() {
        return cache;
    }

    @Test
    void whatWasNotUsedForTheLongestTimeMakesRoom() {
        SharedCache small = new MemorySharedCache(InstantSource.system(), ROOM_FOR_TWO);
        put(small, "a", LARGE);
        put(small, "b", LARGE);
        assertThat(get(small, "a")).isNotNull();
        put(small, "c", LARGE);
        assertThat(get(small, "a")).isNotNull();
        assertThat(get(small, "b")).isNull();
        assertThat(get(small, "c")).isNotNull();
    }

    @Test
    void whatIsReplacedGivesItsRoomBack() {
        SharedCache small = new MemorySharedCache(InstantSource.system(), ROOM_FOR_TWO);
        put(small, "a", LARGE);
        for (int i = 0; i < 10; i++) {
            put(small, "b", LARGE);
        }
        assertThat(get(small, "a")).isNotNull();
        assertThat(get(small, "b")).isNotNull();
    }

    @Test
    void keysTakeRoomToo() {
        SharedCache small = new MemorySharedCache(InstantSource.system(), ROOM_FOR_TWO);
        put(small, "a", LARGE);
        put(small, "b".repeat(4_000), new byte[0]);
        assertThat(get(small, "a")).isNull();
    }

    @Test
    void whatIsLargerThanAllTheRoomIsNotKept() {
        SharedCache small = new MemorySharedCache(InstantSource.system(), ROOM_FOR_TWO);
        put(small, "a", new byte[11_000]);
        assertThat(get(small, "a")).isNull();
        put(small, "a", LARGE);
        assertThat(get(small, "a")).isNotNull();
    }

    private static byte[] get(SharedCache cache, String key) {
        return cache.get(key).await().atMost(MINUTE);
    }

    private static void put(SharedCache cache, String key, byte[] value) {
        cache.put(key, value, MINUTE).await().atMost(MINUTE);
    }
}
