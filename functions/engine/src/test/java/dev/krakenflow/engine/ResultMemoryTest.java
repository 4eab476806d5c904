package dev.krakenflow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.krakenflow.engine.testing.ScriptedScheduler;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ResultMemoryTest {
    private static final Map<String, Object> LARGE = Map.of("text", "x".repeat(500_000));
    private final ScriptedScheduler scheduler = new ScriptedScheduler();
    private final ResultMemory memory = new ResultMemory(scheduler);

    private KeptResult kept(Map<String, Object> value, Duration time) {
        long until = scheduler.nanoTime() + time.toNanos();
        return new KeptResult(value, until, until);
    }

    private long present(int keys) {
        return IntStream.range(0, keys).filter(i -> memory.get("k" + i) != null).count();
    }

    @Test
    void makesRoomForNewResults() {
        for (int i = 0; i < 500; i++) {
            memory.put("k" + i, kept(LARGE, Duration.ofHours(1)));
        }
        assertThat(present(500)).isBetween(30L, 67L);
    }

    @Test
    void forgetsEachResultWhenItsOwnTimeIsOver() {
        memory.put("k0", kept(Map.of(), Duration.ofSeconds(1)));
        memory.put("k1", kept(Map.of(), Duration.ofHours(1)));
        scheduler.pass(Duration.ofSeconds(1));
        assertThat(memory.get("k0")).isNull();
        assertThat(memory.get("k1")).isNotNull();
    }

    @Test
    void keepsTheNewerOfTwoResults() {
        memory.put("k0", kept(Map.of("n", 1), Duration.ofSeconds(1)));
        memory.put("k0", kept(Map.of("n", 2), Duration.ofHours(1)));
        scheduler.pass(Duration.ofSeconds(2));
        assertThat(memory.get("k0")).extracting(KeptResult::value).isEqualTo(Map.of("n", 2));
    }
}
