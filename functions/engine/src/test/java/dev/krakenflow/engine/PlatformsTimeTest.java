package dev.krakenflow.engine;

import static dev.krakenflow.engine.testing.EngineBench.event;
import static org.assertj.core.api.Assertions.assertThat;

import dev.krakenflow.engine.testing.EngineBench;
import dev.krakenflow.engine.testing.ScriptedPlan;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PlatformsTimeTest {
    private static final String WORK = "{name: 'work', service: 's.work'}";
    private static final String CLEAN = "{name: 'clean', service: 's.clean', prepare: {e: '{% $error.code %}'}}";

    private final EngineBench bench = new EngineBench();

    @BeforeEach
    void workTakesForever() {
        bench.clients.hangs("work");
        bench.clients.answers("clean", event("{}"));
    }

    @Test
    void finallyFitsInBeforeThePlatformEndsEverything() {
        start(plan().lastly(CLEAN), Duration.ofSeconds(10));

        bench.scheduler.pass(Duration.ofMillis(8_999));
        assertThat(bench.clients.called).containsExactly("work");
        bench.scheduler.pass(Duration.ofMillis(1));

        endedWithTheBudget();
        assertThat(bench.clients.called).containsExactly("work", "clean");
    }

    @Test
    void halfOfAShortTimeIsLeftToTheRun() {
        start(plan().lastly(CLEAN), Duration.ofSeconds(1));

        bench.scheduler.pass(Duration.ofMillis(499));
        assertThat(bench.outcomes).isEmpty();
        bench.scheduler.pass(Duration.ofMillis(1));

        endedWithTheBudget();
    }

    @Test
    void aRunWithoutFinallyHasAllOfIt() {
        start(plan(), Duration.ofSeconds(10));

        bench.scheduler.pass(Duration.ofMillis(9_999));
        assertThat(bench.outcomes).isEmpty();
        bench.scheduler.pass(Duration.ofMillis(1));

        endedWithTheBudget();
    }

    @Test
    void aCallerWhoIsInAHurryCountsFirst() {
        long now = bench.scheduler.nanoTime();
        RunOptions options = new RunOptions(false, now + Duration.ofSeconds(1).toNanos(), Map.of(), null)
                .endingAt(now + Duration.ofSeconds(10).toNanos());

        bench.start(plan().build(), event("{}"), options);
        bench.scheduler.pass(Duration.ofSeconds(1));

        endedWithTheBudget();
    }

    private void start(ScriptedPlan plan, Duration time) {
        bench.start(plan.build(), event("{}"), RunOptions.NONE.endingAt(bench.scheduler.nanoTime() + time.toNanos()));
    }

    private void endedWithTheBudget() {
        assertThat(bench.outcomes).hasSize(1);
        assertThat(EngineBench.failed(bench.outcomes.get(0)).code()).isEqualTo("budget-exhausted");
    }

    private static ScriptedPlan plan() {
        return ScriptedPlan.of(WORK).functions("work", "clean");
    }
}
