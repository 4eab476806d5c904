package dev.krakenflow.function.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.krakenflow.engine.Engine;
import dev.krakenflow.engine.EventIds;
import dev.krakenflow.engine.ExecutorScheduler;
import dev.krakenflow.engine.PlanEngine;
import dev.krakenflow.engine.Scheduler;
import dev.krakenflow.engine.Stores;
import dev.krakenflow.expression.Bounds;
import dev.krakenflow.expression.Expressions;
import dev.krakenflow.expression.JsonataExpressions;
import dev.krakenflow.function.http.RequestException;
import dev.krakenflow.memo.MemoStore;
import dev.krakenflow.plan.Plan;
import dev.krakenflow.plan.Stage;
import dev.krakenflow.store.DefinitionRecord;
import dev.krakenflow.store.DefinitionStore;
import dev.krakenflow.store.Kind;
import dev.krakenflow.store.RecordKey;
import dev.krakenflow.store.memory.MemoryDefinitionStore;
import dev.krakenflow.store.memory.MemoryIdempotencyStore;
import dev.krakenflow.store.memory.MemoryMemoStore;
import dev.krakenflow.store.memory.MemorySharedCache;
import dev.krakenflow.store.memory.MemorySharedRateLimit;
import io.smallrye.mutiny.Uni;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two admin functions that change the same names at the same time: one a service, the other the pipeline that uses it. */
final class ConcurrentAdminsTest {

    private static final int TIMES = 200;
    private static final int CLIENTS = 8;
    private static final int DEFINES = 20;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final RecordKey SERVICE = RecordKey.service("s");
    private static final RecordKey PIPELINE = RecordKey.pipeline("p");

    private final DefinitionStore store = new MemoryDefinitionStore();
    private final Expressions expressions = new JsonataExpressions(Bounds.DEFAULT);
    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor();
    private final ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
    private final AtomicInteger conflicts = new AtomicInteger();

    @AfterEach
    void close() {
        threads.shutdownNow();
        executor.shutdownNow();
    }

    @Test
    void endAsIfOneHadComeAfterTheOther() throws Exception {
        AdminOperations one = admin();
        AdminOperations other = admin();
        define(one, Kind.SERVICES, service(0));
        define(one, Kind.PIPELINES, pipeline(0));
        CompletableFuture<Void> services = repeat(i -> {
            define(one, Kind.SERVICES, service(i));
            run(one, i % 2 == 0 ? "start" : "stop", SERVICE);
        });
        CompletableFuture<Void> pipelines = repeat(i -> define(other, Kind.PIPELINES, pipeline(i)));
        CompletableFuture.allOf(services, pipelines).get(120, TimeUnit.SECONDS);

        DefinitionRecord service = record(SERVICE);
        DefinitionRecord pipeline = record(PIPELINE);
        Plan plan = store.load("p").await().atMost(PATIENCE).plan();
        assertThat(plan).isNotNull();
        assertThat(plan.services().get("s").start())
                .isEqualTo(service.definition().at("/client/start"));
        assertThat(plan.services().get("s").state().name()).isEqualTo(service.started() ? "STARTED" : "STOPPED");
        assertThat(((Stage) plan.program().components().get(0)).transform())
                .isEqualTo(pipeline.definition().at("/components/0/transform"));
        assertThat(conflicts.get()).isLessThan(TIMES / 2);
    }

    @Test
    void neverConflictWithinOneProcess() throws Exception {
        AdminOperations admin = admin();
        define(admin, Kind.SERVICES, service(0));
        CompletableFuture<?>[] clients = new CompletableFuture<?>[CLIENTS];
        for (int client = 0; client < CLIENTS; client++) {
            boolean services = client % 4 == 0;
            clients[client] = CompletableFuture.runAsync(
                    () -> repeat(
                            DEFINES,
                            i -> define(
                                    admin,
                                    services ? Kind.SERVICES : Kind.PIPELINES,
                                    services ? service(i) : pipeline(i))),
                    threads);
        }
        CompletableFuture.allOf(clients).get(120, TimeUnit.SECONDS);
        assertThat(conflicts.get()).isZero();
    }

    private CompletableFuture<Void> repeat(IntConsumer step) {
        return CompletableFuture.runAsync(() -> repeat(TIMES, step), threads);
    }

    private void repeat(int times, IntConsumer step) {
        for (int i = 1; i <= times; i++) {
            try {
                step.accept(i);
            } catch (RequestException refused) {
                assertThat(refused.failure().code()).isIn("conflict", "already-started");
                conflicts.incrementAndGet();
            }
        }
    }

    private AdminOperations admin() {
        Scheduler scheduler = new ExecutorScheduler(executor);
        EventIds ids = new EventIds(InstantSource.system(), new Random(1));
        MemoStore memos = new MemoryMemoStore();
        Stores stores =
                new Stores(memos, new MemoryIdempotencyStore(), new MemorySharedRateLimit(), new MemorySharedCache());
        Engine engine =
                new PlanEngine(expressions, scheduler, List.of(), stores, ids, new Random(1), (failure, cause) -> {});
        return new AdminOperations(
                store,
                memos,
                engine,
                expressions,
                new ConditionalWrite(
                        store,
                        (pipelines, routing) -> Uni.createFrom().voidItem(),
                        new WriteQueue(scheduler),
                        new Pauses(scheduler, new Random(1))));
    }

    private static void define(AdminOperations admin, Kind kind, String definition) {
        OperationBody body = new OperationBody("application/json", definition.getBytes(StandardCharsets.UTF_8));
        admin.run("define", OperationRequest.of(kind, body)).await().atMost(PATIENCE);
    }

    private static void run(AdminOperations admin, String operation, RecordKey key) {
        admin.run(operation, OperationRequest.about(key.kind(), key.name()))
                .await()
                .atMost(PATIENCE);
    }

    private DefinitionRecord record(RecordKey key) {
        return store.read(List.of(key)).await().atMost(PATIENCE).get(key);
    }

    private static String service(int i) {
        return "{\"name\": \"s\", \"client\": {\"module\": \"lambda\", \"start\": {\"functions\": {\"f\": \"{% function($a) { {'n': "
                + i + "} } %}\"}}}, \"interface\": {\"f\": {\"call\": {\"function\": \"f\"}}}}";
    }

    private static String pipeline(int i) {
        return "{\"name\": \"p\", \"components\": [{\"type\": \"stage\", \"name\": \"a\", \"service\": {\"name\": \"s\","
                + " \"function\": \"f\"}, \"transform\": {\"i\": " + i + "}}]}";
    }
}
