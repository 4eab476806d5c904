package dev.krakenflow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.krakenflow.engine.testing.EngineBench;
import dev.krakenflow.engine.testing.RecordingFailureLog;
import dev.krakenflow.engine.testing.ScriptedMemos;
import dev.krakenflow.engine.testing.ScriptedPlan;
import dev.krakenflow.engine.testing.ScriptedStores;
import dev.krakenflow.engine.testing.ScriptedWorkers;
import dev.krakenflow.plan.Plan;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One call that comes on many threads at the same moment. */
class IdempotencyThreadsTest {
    private static final int CALLERS = 64;
    private static final int ROUNDS = 50;

    private final ScheduledThreadPoolExecutor timers = new ScheduledThreadPoolExecutor(1);
    private final ExecutorService workers = Executors.newFixedThreadPool(4);
    private final ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
    private final AtomicInteger calls = new AtomicInteger();
    private final PlanEngine engine = new PlanEngine(
            EngineBench.expressions(),
            new ExecutorScheduler(timers),
            List.of(new ScriptedWorkers(this::answer)),
            ScriptedStores.of(new ScriptedMemos()),
            new EventIds(Clock.systemUTC(), new Random()),
            new Random(2),
            new RecordingFailureLog());

    @AfterEach
    void stop() {
        timers.shutdownNow();
        workers.shutdownNow();
        callers.shutdownNow();
    }

    private Uni<Object> answer(Object args) {
        calls.incrementAndGet();
        return Uni.createFrom().<Object>item(args).emitOn(workers);
    }

    @Test
    void runsOnce() throws InterruptedException {
        Plan plan = ScriptedPlan.of("{service: 's.f'}")
                .service("{}")
                .idempotency("{key: '{% id %}'}")
                .build();
        PlanRunner runner = engine.load(plan);
        for (int round = 1; round <= ROUNDS; round++) {
            Map<String, Object> event = Map.of("id", round);
            Queue<Outcome> outcomes = callAtOnce(runner, event);
            assertThat(calls).hasValue(round);
            assertThat(EngineBench.results(List.copyOf(outcomes)))
                    .contains(event)
                    .allMatch(it -> it.equals(event) || it.equals("in-progress"));
            assertThat(outcomes)
                    .filteredOn(it -> it instanceof Outcome.Completed && !it.replayed())
                    .hasSize(1);
        }
    }

    private Queue<Outcome> callAtOnce(PlanRunner runner, Map<String, Object> event) throws InterruptedException {
        Queue<Outcome> outcomes = new ConcurrentLinkedQueue<>();
        CountDownLatch left = new CountDownLatch(CALLERS);
        for (int i = 0; i < CALLERS; i++) {
            callers.execute(() -> {
                runner.run(event, RunOptions.NONE, came -> {
                    outcomes.addAll(came);
                    left.countDown();
                });
            });
        }
        assertThat(left.await(30, TimeUnit.SECONDS)).isTrue();
        return outcomes;
    }
}
