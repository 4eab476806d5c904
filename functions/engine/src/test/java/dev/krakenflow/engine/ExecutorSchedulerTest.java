package dev.krakenflow.engine;

import static dev.krakenflow.engine.testing.EngineBench.event;
import static org.assertj.core.api.Assertions.assertThat;

import dev.krakenflow.engine.testing.EngineBench;
import dev.krakenflow.engine.testing.RecordingFailureLog;
import dev.krakenflow.engine.testing.ScriptedClients;
import dev.krakenflow.engine.testing.ScriptedMemos;
import dev.krakenflow.engine.testing.ScriptedPlan;
import dev.krakenflow.engine.testing.ScriptedStores;
import dev.krakenflow.failure.Failure;
import dev.krakenflow.plan.Limits;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ExecutorSchedulerTest {
    private final ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(1);
    private final Scheduler scheduler = new ExecutorScheduler(executor);
    private final ScriptedClients clients = new ScriptedClients();
    private final PlanEngine engine = new PlanEngine(
            EngineBench.expressions(),
            scheduler,
            List.of(clients),
            ScriptedStores.of(new ScriptedMemos()),
            new EventIds(Clock.systemUTC(), new Random()),
            new Random(2),
            new RecordingFailureLog());

    @BeforeEach
    void start() {
        executor.setRemoveOnCancelPolicy(true);
    }

    @AfterEach
    void stop() {
        executor.shutdownNow();
    }

    private CompletableFuture<Outcome> run(ScriptedPlan plan) {
        CompletableFuture<Outcome> outcome = new CompletableFuture<>();
        PlanRunner runner = engine.load(plan.build());
        scheduler.soon(() -> runner.run(event("{}"), RunOptions.NONE, came -> outcome.complete(came.get(0))));
        return outcome;
    }

    private static ScriptedPlan endless(Duration timeout) {
        return ScriptedPlan.of("{type: 'goto-point'}", "{type: 'goto', to: 0}")
                .limits(new Limits(timeout, 16, Long.MAX_VALUE, Long.MAX_VALUE, 10));
    }

    private static Failure failure(CompletableFuture<Outcome> outcome)
            throws InterruptedException, ExecutionException, TimeoutException {
        return EngineBench.failed(outcome.get(1, TimeUnit.MINUTES));
    }

    @Test
    void othersRunOnTheThreadOfAnEndlessLoop() throws Exception {
        CompletableFuture<Outcome> endless = run(endless(Duration.ofDays(1)));
        for (int i = 0; i < 20; i++) {
            assertThat(run(ScriptedPlan.of("{transform: {y: 1}}")).get(1, TimeUnit.MINUTES))
                    .isInstanceOf(Outcome.Completed.class);
        }
        assertThat(endless).isNotDone();
    }

    @Test
    void theTimeoutOfAPipelineEndsAnEndlessLoop() throws Exception {
        assertThat(failure(run(endless(Duration.ofSeconds(1)))).code()).isEqualTo("budget-exhausted");
    }

    @Test
    void theTimeoutOfAPipelineEndsACallThatNeverAnswers() throws Exception {
        clients.hangs("f");
        Failure failure =
                failure(run(ScriptedPlan.of("{service: 's.f'}").service("{}").timeout(Duration.ofMillis(50))));
        assertThat(failure.code()).isEqualTo("budget-exhausted");
        assertThat(clients.cancelled).isEqualTo(1);
    }

    @Test
    void forgetsATaskThatIsCancelled() {
        scheduler.after(Duration.ofDays(1), () -> {}).cancel();
        assertThat(executor.getQueue()).isEmpty();
    }
}
