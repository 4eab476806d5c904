package dev.krakenflow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.krakenflow.engine.testing.EngineBench;
import dev.krakenflow.engine.testing.RecordingFailureLog;
import dev.krakenflow.engine.testing.ScriptedMemos;
import dev.krakenflow.engine.testing.ScriptedPlan;
import dev.krakenflow.engine.testing.ScriptedStores;
import dev.krakenflow.engine.testing.ScriptedWorkers;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Answers that come from many threads at once. */
class ThreadsTest {
    private static final int EVENTS = 2_000;

    private final ScheduledThreadPoolExecutor timers = new ScheduledThreadPoolExecutor(2);
    private final ExecutorService workers = Executors.newFixedThreadPool(4);
    private final AtomicInteger now = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private final PlanEngine engine = new PlanEngine(
            EngineBench.expressions(),
            new ExecutorScheduler(timers),
            List.of(new ScriptedWorkers(this::answerFromAnotherThread)),
            ScriptedStores.of(new ScriptedMemos()),
            new EventIds(Clock.systemUTC(), new Random()),
            new Random(2),
            new RecordingFailureLog());

    @AfterEach
    void stop() {
        timers.shutdownNow();
        workers.shutdownNow();
    }

    private Uni<Object> answerFromAnotherThread(Object args) {
        most.accumulateAndGet(now.incrementAndGet(), Math::max);
        return Uni.createFrom().<Object>item(args).emitOn(workers).invoke(now::decrementAndGet);
    }

    @Test
    void everyEventPassesEveryComponentOnceAndTheLimitHolds() {
        ScriptedPlan plan = ScriptedPlan.of(
                        "{service: 's.f', transform: {a: '{% x %}'}}",
                        "{service: 's.f', transform: {b: '{% a + 1 %}'}}",
                        "{service: 's.f', transform: {c: '{% b + 1 %}'}}")
                .service("{}")
                .concurrency(16);
        List<Map<String, Object>> events = new ArrayList<>();
        for (int i = 0; i < EVENTS; i++) {
            events.add(Map.of("x", i));
        }
        List<List<Outcome>> came =
                engine.load(plan.build()).call(events, RunOptions.NONE).await().atMost(Duration.ofMinutes(1));
        for (int i = 0; i < EVENTS; i++) {
            assertThat(EngineBench.completed(came.get(i).get(0)))
                    .containsEntry("x", i)
                    .containsEntry("c", i + 2);
        }
        assertThat(most.get()).isLessThanOrEqualTo(16);
    }
}
