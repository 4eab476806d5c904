package dev.krakenflow.standalone.samples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.krakenflow.client.computed.ComputedClientProvider;
import dev.krakenflow.compiler.Compilation;
import dev.krakenflow.compiler.PipelineCompiler;
import dev.krakenflow.compiler.ServiceCompiler;
import dev.krakenflow.definition.DefinitionReader;
import dev.krakenflow.definition.DocumentReader;
import dev.krakenflow.engine.EventIds;
import dev.krakenflow.engine.ExecutorScheduler;
import dev.krakenflow.engine.Outcome;
import dev.krakenflow.engine.PlanEngine;
import dev.krakenflow.engine.RunOptions;
import dev.krakenflow.expression.Bounds;
import dev.krakenflow.expression.Expressions;
import dev.krakenflow.expression.JsonataExpressions;
import dev.krakenflow.function.http.ProblemJson;
import dev.krakenflow.plan.Plan;
import dev.krakenflow.plan.Service;
import dev.krakenflow.store.Change;
import dev.krakenflow.store.DefinitionStore;
import dev.krakenflow.store.RecordKey;
import dev.krakenflow.store.memory.MemoryDefinitionStore;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class SamplesInTheEngineTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Expressions expressions = new JsonataExpressions(Bounds.DEFAULT);
    private final DefinitionReader reader = new DefinitionReader();
    private final DefinitionStore store = new MemoryDefinitionStore();
    private final ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(1);
    private final PlanEngine engine = new PlanEngine(
            expressions,
            new ExecutorScheduler(executor),
            List.of(new ComputedClientProvider(expressions)),
            new EventIds(InstantSource.system(), new Random(1)),
            (failure, cause) -> {
                throw new AssertionError(cause);
            });

    @AfterEach
    void close() {
        executor.shutdownNow();
    }

    static List<SampleCase> cases() {
        return SampleCase.all();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void givesWhatTheCaseExpects(SampleCase sample) {
        compile(sample.sample());
        Plan stored = store.load(sample.pipeline()).await().atMost(PATIENCE).plan();
        assertThat(stored).isNotNull();
        Outcome outcome = engine.load(stored)
                .call(List.of(sample.event()), RunOptions.NONE)
                .await()
                .atMost(PATIENCE)
                .get(0)
                .get(0);
        switch (outcome) {
            case Outcome.Completed completed -> sample.check(completed.event());
            case Outcome.Failed failed -> sample.check(ProblemJson.of(failed.failure()));
            case Outcome.Ended ended -> throw new AssertionError("nothing came out");
        }
    }

    private void compile(Path sample) {
        SampleFolder folder = new SampleFolder(sample.getParent());
        Map<String, Service> services = new HashMap<>();
        for (Path file : folder.definitions("services")) {
            Service service = value(ServiceCompiler.withStandardClients(expressions)
                    .compile(reader.service(new DocumentReader().json(SampleCase.bytes(file))), true));
            services.put(service.name(), service);
        }
        for (Path file : folder.definitions("pipelines")) {
            var read = reader.pipeline(new DocumentReader().json(SampleCase.bytes(file)));
            Plan plan = value(new PipelineCompiler(expressions).compile(read, services));
            RecordKey key = RecordKey.pipeline(plan.pipeline());
            Change.Put put = new Change.Put(key, read.document().root(), true, 1, Set.of());
            Change change = new Change(Map.of(), Map.of(), List.of(put), List.of(), Map.of(plan.pipeline(), plan));
            store.commit(change).await().atMost(PATIENCE);
        }
    }

    private static <T> T value(Compilation<T> compilation) {
        assertThat(compilation).isInstanceOf(Compilation.Compiled.class);
        assertThat(compilation.warnings()).isEmpty();
        return ((Compilation.Compiled<T>) compilation).value();
    }
}
