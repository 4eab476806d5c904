package dev.krakenflow.function.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.krakenflow.function.pipeline.testing.RecordingEngine;
import dev.krakenflow.function.pipeline.testing.ScriptedPlanStore;
import dev.krakenflow.function.pipeline.testing.ScriptedScheduler;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

final class FirstReadingTest {

    private final ScriptedScheduler time = new ScriptedScheduler();
    private final ScriptedPlanStore store = new ScriptedPlanStore();
    private final PlanCache cache = new PlanCache(store, new RecordingEngine(), time, Duration.ofSeconds(1), 100);
    private final FirstReading reading = new FirstReading(cache, List.of("a", "nowhere"), time);

    @Test
    void isOverWhenTheRoutingIsRead() {
        assertThat(reading.isOver()).isFalse();
        reading.begin();
        assertThat(reading.isOver()).isTrue();
    }

    @Test
    void loadsThePlansThatAreToBeAtHandAndGoesOnWithoutThoseThatThereAreNot() {
        store.put("a", true);
        reading.begin();
        assertThat(store.loads).containsExactlyInAnyOrder("a", "nowhere");
        assertThat(reading.isOver()).isTrue();
    }

    @Test
    void triesAgainUntilTheStoreAnswers() {
        store.away = true;
        reading.begin();
        time.pass(FirstReading.PAUSE.multipliedBy(3));
        assertThat(reading.isOver()).isFalse();
        store.away = false;
        time.pass(FirstReading.PAUSE);
        assertThat(reading.isOver()).isTrue();
    }

    @Test
    void isOverAfterAWhileWhenTheStoreDoesNotAnswer() {
        store.away = true;
        reading.begin();
        time.pass(FirstReading.PATIENCE.minusMillis(1));
        assertThat(reading.isOver()).isFalse();
        time.pass(Duration.ofMillis(1));
        assertThat(reading.isOver()).isTrue();
    }
}
