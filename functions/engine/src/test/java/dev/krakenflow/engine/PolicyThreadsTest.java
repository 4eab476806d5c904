package dev.krakenflow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.krakenflow.engine.testing.EngineBench;
import dev.krakenflow.engine.testing.RecordingFailureLog;
import dev.krakenflow.engine.testing.ScriptedMemos;
import dev.krakenflow.engine.testing.ScriptedPlan;
import dev.krakenflow.engine.testing.ScriptedStores;
import dev.krakenflow.engine.testing.ScriptedWorkers;
import dev.krakenflow.plan.Service;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Policies that many threads meet in at once. */
class PolicyThreadsTest {
    private static final int CALLS = 3_000;
    private static final int PLACES = 4;
    private static final Map<String, Object> COUNTED = Map.of("counted", true);

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
        return Uni.createFrom().emitter(emitter -> {
            boolean counted = args.equals(COUNTED);
            if (counted) {
                most.accumulateAndGet(now.incrementAndGet(), Math::max);
            }
            workers.execute(() -> {
                if (counted) {
                    now.decrementAndGet();
                }
                emitter.complete(args);
            });
        });
    }

    @Test
    void aBulkheadLosesNoPlaceThoughCallsAreCancelledAnywhere() {
        Service service = ScriptedPlan.service(
                "s",
                "{bulkhead: {max_concurrent: " + PLACES + ", queue: " + CALLS + "}}",
                Map.of("f", ScriptedPlan.function("{timeout: 'PT1M'}")));
        Uni<Object> call = engine.callService(service, "f", Map.of(), RunOptions.NONE);
        List<Cancellable> cancelled = new ArrayList<>();
        List<Uni<Object>> kept = new ArrayList<>();
        for (int i = 0; i < CALLS; i++) {
            if (i % 3 == 0) {
                cancelled.add(call.subscribe().with(item -> {}, failure -> {}));
            } else {
                kept.add(Uni.createFrom().completionStage(call.subscribeAsCompletionStage()));
            }
        }
        workers.execute(() -> cancelled.forEach(Cancellable::cancel));
        assertThat(all(kept)).hasSize(kept.size());
        Uni<Object> counted = engine.callService(service, "f", COUNTED, RunOptions.NONE);
        assertThat(all(Collections.nCopies(CALLS, counted))).hasSize(CALLS);
        assertThat(most.get()).isBetween(1, PLACES);
    }

    @Test
    void aCallThatManyShareAnswersAllOfThemThoughSomeAreCancelled() {
        Service service = ScriptedPlan.service(
                "s", Map.of("f", ScriptedPlan.function("{timeout: 'PT1M', cache: {ttl: 'PT0.000000001S'}}")));
        List<Uni<Object>> kept = new ArrayList<>();
        for (int i = 0; i < CALLS; i++) {
            Map<String, Object> args = Map.of("i", i % 7);
            Uni<Object> call = engine.callService(service, "f", args, RunOptions.NONE)
                    .invoke(answer -> assertThat(answer).isEqualTo(args));
            Uni<Object> elsewhere = call.runSubscriptionOn(workers);
            if (i % 3 == 0) {
                Cancellable cancelled = elsewhere.subscribe().with(item -> {}, failure -> {});
                workers.execute(cancelled::cancel);
            } else {
                kept.add(Uni.createFrom().completionStage(elsewhere.subscribeAsCompletionStage()));
            }
        }
        assertThat(all(kept)).hasSize(kept.size());
    }

    private static List<Object> all(List<Uni<Object>> calls) {
        return Uni.join().all(calls).andFailFast().await().atMost(Duration.ofMinutes(1));
    }
}
