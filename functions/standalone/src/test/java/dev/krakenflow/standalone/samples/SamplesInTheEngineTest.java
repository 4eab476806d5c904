package dev.krakenflow.standalone.samples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.krakenflow.client.computed.ComputedClientProvider;
import dev.krakenflow.client.egress.EgressRules;
import dev.krakenflow.client.egress.SystemNames;
import dev.krakenflow.client.http.HttpClientProvider;
import dev.krakenflow.client.kv.KvClientProvider;
import dev.krakenflow.client.start.AllowedEnvironment;
import dev.krakenflow.client.start.StartArguments;
import dev.krakenflow.engine.EventIds;
import dev.krakenflow.engine.ExecutorScheduler;
import dev.krakenflow.engine.Outcome;
import dev.krakenflow.engine.PlanEngine;
import dev.krakenflow.engine.PlanRunner;
import dev.krakenflow.engine.RunOptions;
import dev.krakenflow.engine.Stores;
import dev.krakenflow.engine.TriggerResponse;
import dev.krakenflow.expression.Bounds;
import dev.krakenflow.expression.Expressions;
import dev.krakenflow.expression.JsonataExpressions;
import dev.krakenflow.plan.Plan;
import dev.krakenflow.store.Change;
import dev.krakenflow.store.DefinitionStore;
import dev.krakenflow.store.RecordKey;
import dev.krakenflow.store.memory.MemoryDefinitionStore;
import dev.krakenflow.store.memory.MemoryIdempotencyStore;
import dev.krakenflow.store.memory.MemoryKeyValues;
import dev.krakenflow.store.memory.MemoryMemoStore;
import dev.krakenflow.store.memory.MemorySharedCache;
import dev.krakenflow.store.memory.MemorySharedRateLimit;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class SamplesInTheEngineTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static SamplePrograms programs;

    private final Expressions expressions = new JsonataExpressions(Bounds.DEFAULT);
    private final DefinitionStore store = new MemoryDefinitionStore();
    private final ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(1);
    private final Vertx vertx = Vertx.vertx();
    private final PlanEngine engine = new PlanEngine(
            expressions,
            new ExecutorScheduler(executor),
            List.of(new ComputedClientProvider(expressions), new KvClientProvider(new MemoryKeyValues()), http()),
            new Stores(
                    new MemoryMemoStore(),
                    new MemoryIdempotencyStore(),
                    new MemorySharedRateLimit(),
                    new MemorySharedCache()),
            new EventIds(InstantSource.system(), new Random(1)),
            new Random(1),
            (failure, cause) -> {
                throw new AssertionError(cause);
            });

    @BeforeAll
    static void startPrograms() {
        programs = SamplePrograms.start(new SampleFolder(SampleCase.SAMPLES).programs());
        assertThat(programs.await()).isEmpty();
    }

    @AfterAll
    static void stopPrograms() {
        programs.close();
    }

    @BeforeEach
    void define() {
        for (SampleDefinitions.Compiled pipeline : new SampleDefinitions(expressions).compile()) {
            Plan plan = pipeline.plan();
            RecordKey key = RecordKey.pipeline(plan.pipeline());
            Change.Put put = new Change.Put(key, pipeline.document().root(), true, 1, Set.of());
            Change change = new Change(Map.of(), Map.of(), List.of(put), List.of(), Map.of(plan.pipeline(), plan));
            store.commit(change).await().atMost(PATIENCE);
        }
    }

    @AfterEach
    void close() {
        executor.shutdownNow();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    static List<SampleCase> cases() {
        return SampleCase.all();
    }

    static List<SampleCase> triggers() {
        return SampleCase.withTrigger().stream().filter(it -> !it.isFailure()).toList();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void givesWhatTheCaseExpects(SampleCase sample) {
        PlanRunner runner = runner(sample);
        check(sample, outcomes(runner, sample));
        if (sample.again().isPresent()) {
            List<Outcome> again = outcomes(runner, sample);
            assertThat(again).allMatch(Outcome::replayed);
            check(sample, again);
        }
        sample.services().forEach(ServiceState::check);
    }

    private static void check(SampleCase sample, List<Outcome> outcomes) {
        List<Object> results =
                outcomes.stream().flatMap(outcome -> result(outcome).stream()).toList();
        if (sample.isNothing()) {
            assertThat(results).isEmpty();
        } else if (sample.event() instanceof List || results.size() > 1) {
            sample.check(results);
        } else {
            sample.check(results.get(0));
        }
    }

    @ParameterizedTest
    @MethodSource("triggers")
    void answersTheTriggerAsTheCaseExpects(SampleCase sample) {
        PlanRunner runner = runner(sample);
        Outcome outcome = outcomes(runner, sample).get(0);
        assertThat(outcome).isInstanceOf(Outcome.Completed.class);
        Map<String, Object> event = ((Outcome.Completed) outcome).event();
        TriggerAnswer expected = sample.trigger().orElseThrow();
        assertThat(runner.response(0, event, RunOptions.NONE))
                .isEqualTo(new TriggerResponse(expected.status(), expected.headers(), expected.body()));
    }

    private PlanRunner runner(SampleCase sample) {
        Plan stored = store.load(sample.pipeline()).await().atMost(PATIENCE).plan();
        assertThat(stored).isNotNull();
        return engine.load(stored);
    }

    private static List<Outcome> outcomes(PlanRunner runner, SampleCase sample) {
        List<?> events = sample.event() instanceof List<?> list ? list : List.of(sample.event());
        return runner.call(events, RunOptions.NONE).await().atMost(PATIENCE).stream()
                .flatMap(List::stream)
                .toList();
    }

    private static Optional<Object> result(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Completed completed -> Optional.of(completed.event());
            case Outcome.Failed failed -> Optional.of(failed.failure().problem());
            case Outcome.Ended ended -> Optional.empty();
        };
    }

    private HttpClientProvider http() {
        StartArguments arguments = new StartArguments(expressions, name -> Optional.empty(), AllowedEnvironment.NONE);
        return new HttpClientProvider(vertx, arguments, new SystemNames(vertx), EgressRules.of(List.of(), true));
    }
}
