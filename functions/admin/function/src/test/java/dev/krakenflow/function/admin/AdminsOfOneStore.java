package dev.krakenflow.function.admin;

import dev.krakenflow.engine.Engine;
import dev.krakenflow.engine.EventIds;
import dev.krakenflow.engine.ExecutorScheduler;
import dev.krakenflow.engine.PlanEngine;
import dev.krakenflow.engine.Scheduler;
import dev.krakenflow.engine.Stores;
import dev.krakenflow.expression.Bounds;
import dev.krakenflow.expression.Expressions;
import dev.krakenflow.expression.JsonataExpressions;
import dev.krakenflow.memo.MemoStore;
import dev.krakenflow.store.DefinitionRecord;
import dev.krakenflow.store.DefinitionStore;
import dev.krakenflow.store.Kind;
import dev.krakenflow.store.RecordKey;
import dev.krakenflow.store.memory.MemoryCastQueue;
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
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/** Admin functions that share nothing but a store in memory, and the calls of a test to them. */
final class AdminsOfOneStore implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final DefinitionStore store = new MemoryDefinitionStore();
    private final Expressions expressions = new JsonataExpressions(Bounds.DEFAULT);
    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor();

    DefinitionStore store() {
        return store;
    }

    /** Another admin function. */
    AdminOperations admin() {
        Scheduler scheduler = new ExecutorScheduler(executor);
        EventIds ids = new EventIds(InstantSource.system(), new Random(1));
        MemoStore memos = new MemoryMemoStore();
        Stores stores =
                new Stores(memos, new MemoryIdempotencyStore(), new MemorySharedRateLimit(), new MemorySharedCache());
        Engine engine =
                new PlanEngine(expressions, scheduler, List.of(), stores, ids, new Random(1), (failure, cause) -> {});
        ConditionalWrite writes = new ConditionalWrite(
                store,
                (pipelines, routing) -> Uni.createFrom().voidItem(),
                new WriteQueue(scheduler),
                new Pauses(scheduler, new Random(1)));
        return new AdminOperations(store, memos, new MemoryCastQueue(), engine, expressions, writes);
    }

    DefinitionRecord record(RecordKey key) {
        return await(store.read(List.of(key))).get(key);
    }

    static void define(AdminOperations admin, Kind kind, String definition) {
        OperationBody body = new OperationBody("application/json", definition.getBytes(StandardCharsets.UTF_8));
        await(admin.run("define", OperationRequest.of(kind, body)));
    }

    static void run(AdminOperations admin, String operation, RecordKey key) {
        await(admin.run(operation, OperationRequest.about(key.kind(), key.name())));
    }

    static void rollback(AdminOperations admin, RecordKey key, long to) {
        await(admin.run(
                "rollback",
                new OperationRequest(
                        key.kind(), key.name(), "", false, false, Long.toString(to), OperationBody.EMPTY)));
    }

    static <T> T await(Uni<T> uni) {
        return uni.await().atMost(PATIENCE);
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
