package dev.krakenflow.benchmarks.component;

import com.fasterxml.jackson.databind.JsonNode;
import dev.krakenflow.client.computed.ComputedClientProvider;
import dev.krakenflow.engine.Engine;
import dev.krakenflow.engine.EventIds;
import dev.krakenflow.engine.PlanEngine;
import dev.krakenflow.engine.Stores;
import dev.krakenflow.expression.Bounds;
import dev.krakenflow.expression.Condition;
import dev.krakenflow.expression.Evaluation;
import dev.krakenflow.expression.Expressions;
import dev.krakenflow.expression.JsonataExpressions;
import dev.krakenflow.expression.Scope;
import dev.krakenflow.expression.Template;
import dev.krakenflow.failure.Failure;
import dev.krakenflow.plan.Plan;
import dev.krakenflow.store.memory.MemoryIdempotencyStore;
import dev.krakenflow.store.memory.MemoryMemoStore;
import dev.krakenflow.store.memory.MemorySharedCache;
import dev.krakenflow.store.memory.MemorySharedRateLimit;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/** Expressions and an engine, wired as a function does it, and the event that everything is measured with. */
final class Workbench {
    private static final long BUDGET = Duration.ofSeconds(30).toNanos();
    private static final Scope SCOPE = Scope.of("event", "context");

    private final Map<String, Object> event = Samples.EVENT;
    private final Map<String, Object> variables = Map.of("event", event, "context", Map.of("pipeline", "benchmark"));
    private final DrainedScheduler scheduler = new DrainedScheduler();
    private final Expressions expressions = new JsonataExpressions(Bounds.DEFAULT);
    private final Engine engine = new PlanEngine(
            expressions,
            scheduler,
            List.of(new ComputedClientProvider(expressions)),
            new Stores(
                    new MemoryMemoStore(),
                    new MemoryIdempotencyStore(),
                    new MemorySharedRateLimit(),
                    new MemorySharedCache()),
            new EventIds(InstantSource.system(), new SecureRandom()),
            new SecureRandom(),
            Workbench::unexpected);

    Map<String, Object> event() {
        return event;
    }

    EngineRuns runs(Plan plan) {
        return new EngineRuns(engine.load(plan), scheduler, event);
    }

    Template template(JsonNode json) {
        return expressions.template(json, SCOPE).orThrow();
    }

    Template function(String name, Map<String, String> functions) {
        return expressions
                .function(name, new Scope(SCOPE.variables(), functions))
                .orThrow();
    }

    Condition condition(JsonNode json) {
        return expressions.condition(json, SCOPE).orThrow();
    }

    /** What the twins evaluate with: one for each run. */
    Evaluation evaluation() {
        return new Evaluation(variables, System.nanoTime() + BUDGET);
    }

    private static void unexpected(Failure failure, Throwable cause) {
        throw new IllegalStateException(failure.detail(), cause);
    }
}
