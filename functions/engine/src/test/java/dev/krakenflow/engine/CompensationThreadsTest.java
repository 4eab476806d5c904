package dev.krakenflow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.krakenflow.engine.client.CallContext;
import dev.krakenflow.engine.client.ClientFunction;
import dev.krakenflow.engine.client.ClientStart;
import dev.krakenflow.engine.client.ServiceClient;
import dev.krakenflow.engine.client.ServiceClientProvider;
import dev.krakenflow.engine.testing.EngineBench;
import dev.krakenflow.engine.testing.RecordingFailureLog;
import dev.krakenflow.engine.testing.ScriptedClients;
import dev.krakenflow.engine.testing.ScriptedFailures;
import dev.krakenflow.engine.testing.ScriptedMemos;
import dev.krakenflow.engine.testing.ScriptedPlan;
import dev.krakenflow.engine.testing.ScriptedStores;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Runs that fail, succeed and are cancelled at any moment, on many threads: what was done is undone once, or stays done. */
class CompensationThreadsTest {
    private static final int RUNS = 1_500;
    private static final List<String> STEPS = List.of("a", "p", "q", "b");
    private static final String PARALLEL = "{type: 'parallel', branches: {p: %s, q: [%s, {service: 's.wait',"
            + " prepare: {run: '{% run %}', step: 'fail', fails: '{% run % 3 = 0 %}'}}]}}";

    private final ScheduledThreadPoolExecutor timers = new ScheduledThreadPoolExecutor(1);
    private final ExecutorScheduler scheduler = new ExecutorScheduler(timers);
    private final ExecutorService workers = Executors.newFixedThreadPool(3);
    private final Set<String> done = ConcurrentHashMap.newKeySet();
    private final Set<String> undone = ConcurrentHashMap.newKeySet();
    private final Set<String> twice = ConcurrentHashMap.newKeySet();
    private final Set<Integer> cleaned = ConcurrentHashMap.newKeySet();
    private final Map<Integer, Outcome> outcomes = new ConcurrentHashMap<>();
    private final CountDownLatch released = new CountDownLatch(1);
    private final PlanEngine engine = new PlanEngine(
            EngineBench.expressions(),
            scheduler,
            List.of(new Worker()),
            ScriptedStores.of(new ScriptedMemos()),
            new EventIds(Clock.systemUTC(), new Random(1)),
            new Random(2),
            new RecordingFailureLog());

    @AfterEach
    void stop() {
        timers.shutdownNow();
        workers.shutdownNow();
    }

    private static String stage(String name) {
        String args = "{run: '{% run %}', step: '" + name + "'}";
        return "{name: '" + name + "', service: 's.work', prepare: " + args
                + ", compensate: {service: 's.undo', prepare: " + args + "}}";
    }

    private static ScriptedPlan plan() {
        String parallel = PARALLEL.replace("%s, q", stage("p") + ", q").replace("%s", stage("q"));
        return ScriptedPlan.of(stage("a"), parallel, stage("b"))
                .functions("work", "undo", "wait", "clean")
                .lastly("{service: 's.clean', prepare: {run: '{% run %}', step: 'clean'}}");
    }

    @Test
    void everythingIsUndoneOnceOrStaysDone() throws InterruptedException {
        PlanRunner runner = engine.load(plan().build());
        Random random = new Random(7);
        for (int i = 0; i < RUNS; i++) {
            int run = i;
            Cancellable started =
                    runner.run(Map.of("run", run), RunOptions.NONE, came -> outcomes.put(run, came.get(0)));
            if (random.nextBoolean()) {
                scheduler.after(Duration.ofNanos(random.nextInt(3_000_000)), started::cancel);
            }
        }
        runner.close();
        assertThat(released.await(1, TimeUnit.MINUTES)).isTrue();
        assertThat(twice).isEmpty();
        assertThat(cleaned).hasSize(RUNS);
        assertThat(outcomes.size()).isBetween(1, RUNS - 1);
        for (int run = 0; run < RUNS; run++) {
            check(run);
        }
    }

    private void check(int run) {
        boolean stays = outcomes.get(run) instanceof Outcome.Completed || endedUntold(run);
        for (String step : STEPS) {
            String key = run + step;
            assertThat(undone.contains(key)).as("undone " + key).isEqualTo(!stays && done.contains(key));
        }
    }

    /** Whether the run was at its end already when it was cancelled: only nobody was told. */
    private boolean endedUntold(int run) {
        boolean cameToTheLast = !outcomes.containsKey(run) && done.contains(run + STEPS.getLast());
        return cameToTheLast && STEPS.stream().noneMatch(step -> undone.contains(run + step));
    }

    private Uni<Object> work(String function, Map<?, ?> args) {
        int run = (int) args.get("run");
        String key = run + args.get("step").toString();
        switch (function) {
            case "work" -> done.add(key);
            case "undo" -> add(undone, key);
            case "clean" -> cleaned.add(run);
            default -> {}
        }
        Uni<Object> answer = Uni.createFrom().<Object>item(Map.of()).emitOn(workers);
        return Boolean.TRUE.equals(args.get("fails"))
                ? answer.onItem().failWith(() -> ScriptedFailures.http(500))
                : answer;
    }

    private void add(Set<String> keys, String key) {
        if (!keys.add(key)) {
            twice.add(key);
        }
    }

    /** Answers on other threads. */
    private final class Worker implements ServiceClientProvider, ServiceClient {

        @Override
        public String module() {
            return ScriptedClients.MODULE;
        }

        @Override
        public ServiceClient open(ClientStart start) {
            return this;
        }

        @Override
        public ClientFunction function(String name, ObjectNode call) {
            return (Object args, CallContext context) -> Uni.createFrom().deferred(() -> work(name, (Map<?, ?>) args));
        }

        @Override
        public Uni<Void> close() {
            return Uni.createFrom().voidItem().invoke(released::countDown);
        }
    }
}
