package dev.krakenflow.standalone.faults.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.krakenflow.client.egress.EgressRules;
import dev.krakenflow.client.egress.SystemNames;
import dev.krakenflow.client.http.HttpClientProvider;
import dev.krakenflow.client.http.testing.faults.Fault;
import dev.krakenflow.client.http.testing.faults.FaultServer;
import dev.krakenflow.client.http.testing.faults.Traffic;
import dev.krakenflow.client.start.AllowedEnvironment;
import dev.krakenflow.client.start.StartArguments;
import dev.krakenflow.engine.EventIds;
import dev.krakenflow.engine.Outcome;
import dev.krakenflow.engine.PlanEngine;
import dev.krakenflow.engine.PlanRunner;
import dev.krakenflow.engine.RunOptions;
import dev.krakenflow.engine.Stores;
import dev.krakenflow.expression.Bounds;
import dev.krakenflow.expression.Expressions;
import dev.krakenflow.expression.JsonataExpressions;
import dev.krakenflow.failure.Failure;
import dev.krakenflow.function.runtime.VertxScheduler;
import dev.krakenflow.store.memory.MemoryIdempotencyStore;
import dev.krakenflow.store.memory.MemoryMemoStore;
import dev.krakenflow.store.memory.MemorySharedCache;
import dev.krakenflow.store.memory.MemorySharedRateLimit;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * The engine on Vert.x with its real HTTP client, and the service {@code faulty} with the function {@code ask} and two
 * connections. Texts of definitions may hold {@code <fault>}, its name in paths; {@code <code>}, that of its failure; and
 * {@code <patience>}, the time of an attempt, which is short where nothing else would end it. Used by one thread.
 */
public final class FaultBench implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final String PLAIN_FUNCTION = """
            {"timeout": "<patience>", "call": {"follow_redirects": true}, "transform": {"key": "{% body.key %}"}}""";

    private final Fault fault;
    private final FaultServer server = FaultServer.start();
    private final Expressions expressions = new JsonataExpressions(Bounds.DEFAULT);
    private final Definitions definitions = new Definitions(expressions);
    private final PlanEngine engine;
    private final PlanRunner both;

    /** A bench whose function is called without any policy. */
    public FaultBench(Vertx vertx, Fault fault) {
        this(vertx, fault, PLAIN_FUNCTION);
    }

    /** @param function the JSON of {@code ask} */
    public FaultBench(Vertx vertx, Fault fault, String function) {
        this.fault = fault;
        StartArguments arguments = new StartArguments(expressions, name -> Optional.empty(), AllowedEnvironment.NONE);
        this.engine = new PlanEngine(
                expressions,
                new VertxScheduler(vertx),
                List.of(new HttpClientProvider(
                        vertx, arguments, new SystemNames(vertx), EgressRules.of(List.of(), true))),
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
        definitions.service(filled("""
                {"name": "faulty",
                 "client": {"module": "http", "start": {"base_url": "<url>", "pool_size": 2, "max_response": 100000}},
                 "interface": {
                   "ask": <function>,
                   "ask-plainly": {"transform": {"key": "{% body.key %}"}}}}""".replace("<function>", function)));
        this.both = load("""
                {"name": "both", "components": [
                  {"type": "stage", "service": {"name": "faulty", "function": "ask-plainly"}, "transform": {"key": "{% key %}"}}]}""");
    }

    /** What an empty event becomes in a pipeline, given as JSON. */
    public Map<String, Object> event(String pipeline) {
        Outcome outcome = outcome(pipeline);
        assertThat(outcome).isInstanceOf(Outcome.Completed.class);
        return ((Outcome.Completed) outcome).event();
    }

    /** How an empty event fails in a pipeline, given as JSON. */
    public Failure failure(String pipeline) {
        Outcome outcome = outcome(pipeline);
        assertThat(outcome).isInstanceOf(Outcome.Failed.class);
        return ((Outcome.Failed) outcome).failure();
    }

    /** What comes out for an empty event, well or not. */
    public Outcome outcome(String pipeline) {
        return outcome(pipeline, Map.of());
    }

    /** What comes out for an event, well or not. */
    public Outcome outcome(String pipeline, Map<String, Object> event) {
        PlanRunner runner = load(pipeline);
        try {
            return runner.call(List.of(event), RunOptions.NONE)
                    .await()
                    .atMost(LIMIT)
                    .getFirst()
                    .getFirst();
        } finally {
            runner.close();
        }
    }

    /** Sends one empty event through a pipeline; nobody waits for what becomes of it. */
    public Cancellable begin(String pipeline) {
        PlanRunner runner = load(pipeline);
        return runner.run(Map.of(), RunOptions.NONE, outcome -> runner.close());
    }

    /** What the server saw of a key. */
    public Traffic traffic(String key) {
        return server.traffic(key);
    }

    /** Nobody listens at the service's port from now on. */
    public void stopServer() {
        server.close();
    }

    /** Asserts that both connections can be had at the same time, by two calls that are answered only if they meet. */
    public void assertBothConnectionsAreFree() {
        Map<String, Object> event = Map.of("path", "/both/meet-well");
        List<List<Outcome>> outcomes =
                both.call(List.of(event, event), RunOptions.NONE).await().atMost(LIMIT);
        assertThat(outcomes)
                .allSatisfy(outcome -> assertThat(outcome)
                        .singleElement()
                        .isInstanceOfSatisfying(
                                Outcome.Completed.class,
                                it -> assertThat(it.event()).containsEntry("key", "both")));
    }

    @Override
    public void close() {
        both.close();
        engine.close().await().atMost(LIMIT);
        server.close();
    }

    private PlanRunner load(String pipeline) {
        return engine.load(definitions.pipeline(filled(pipeline)));
    }

    private String filled(String json) {
        return json.replace("<url>", server.url())
                .replace("<fault>", fault.name())
                .replace("<code>", fault.outcome())
                .replace("<patience>", fault.outcome().equals("timeout") ? "200ms" : "20s");
    }
}
