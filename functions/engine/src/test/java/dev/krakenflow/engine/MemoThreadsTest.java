package dev.krakenflow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.krakenflow.engine.testing.EngineBench;
import dev.krakenflow.engine.testing.RecordingFailureLog;
import dev.krakenflow.engine.testing.ScriptedDelays;
import dev.krakenflow.engine.testing.ScriptedPlan;
import dev.krakenflow.engine.testing.ScriptedStores;
import dev.krakenflow.engine.testing.ScriptedWorkers;
import dev.krakenflow.memo.MemoKey;
import dev.krakenflow.memo.MemoStore;
import dev.krakenflow.store.memory.MemoryMemoStore;
import io.smallrye.mutiny.Uni;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two processes with many callers each, all of which change one memo. */
class MemoThreadsTest {
    private static final int PROCESSES = 2;
    private static final int CALLERS = 16;
    private static final int EVENTS_OF_A_CALLER = 40;
    private static final int EVENTS = PROCESSES * CALLERS * EVENTS_OF_A_CALLER;

    private final ScheduledThreadPoolExecutor timers = new ScheduledThreadPoolExecutor(2);
    private final ExecutorService workers = Executors.newFixedThreadPool(4);
    private final MemoStore store = new MemoryMemoStore();
    private final AtomicInteger calls = new AtomicInteger();
    private final AtomicInteger failures = new AtomicInteger();
    private final CountDownLatch callersThatGoOn = new CountDownLatch(PROCESSES * CALLERS);

    @AfterEach
    void stop() {
        timers.shutdownNow();
        workers.shutdownNow();
    }

    private Uni<Object> answer(Object args) {
        calls.incrementAndGet();
        return Uni.createFrom().<Object>item(args).emitOn(workers);
    }

    private PlanRunner process(ScriptedPlan plan) {
        PlanEngine engine = new PlanEngine(
                EngineBench.expressions(),
                new ExecutorScheduler(timers),
                List.of(new ScriptedWorkers(this::answer)),
                ScriptedStores.of(new ScriptedDelays(store, workers)),
                new EventIds(Clock.systemUTC(), new Random()),
                new Random(),
                new RecordingFailureLog());
        return engine.load(plan.build());
    }

    /** Gives one event after the other. */
    private void call(PlanRunner runner, int left) {
        if (left == 0) {
            callersThatGoOn.countDown();
            return;
        }
        runner.run(Map.of(), RunOptions.NONE, outcomes -> {
            if (!(outcomes.get(0) instanceof Outcome.Completed)) {
                failures.incrementAndGet();
            }
            workers.execute(() -> call(runner, left - 1));
        });
    }

    private void count(String composer) throws InterruptedException {
        ScriptedPlan plan = ScriptedPlan.of("{type: 'composer', name: 'c', memo: 0, events: [{}],"
                        + " newMemo: '{% $memo + 1 %}', " + composer + "}")
                .service("{}");
        for (int i = 0; i < PROCESSES; i++) {
            PlanRunner runner = process(plan);
            for (int j = 0; j < CALLERS; j++) {
                call(runner, EVENTS_OF_A_CALLER);
            }
        }
        assertThat(callersThatGoOn.await(1, TimeUnit.MINUTES)).isTrue();
        byte[] memo = store.read(new MemoKey("pipe", "c", null))
                .await()
                .indefinitely()
                .json();
        assertThat(failures).hasValue(0);
        assertThat(new String(memo, StandardCharsets.UTF_8)).isEqualTo(String.valueOf(EVENTS));
    }

    @Test
    void loseNoUpdate() throws InterruptedException {
        count("condition: true");
    }

    @Test
    void callAServiceOnceForEachEventWhenItsArgsDoNotDependOnTheMemo() throws InterruptedException {
        count("service: 's.f'");
        assertThat(calls).hasValue(EVENTS);
    }

    @Test
    void callAServiceOnceForEachEventUnderALease() throws InterruptedException {
        count("service: 's.f', prepare: {n: '{% $memo %}'}, leased: true");
        assertThat(calls).hasValue(EVENTS);
    }
}
