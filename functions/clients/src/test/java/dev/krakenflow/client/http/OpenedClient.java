package dev.krakenflow.client.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.krakenflow.client.egress.EgressRules;
import dev.krakenflow.client.egress.Names;
import dev.krakenflow.client.http.testing.ScriptedNames;
import dev.krakenflow.client.start.AllowedEnvironment;
import dev.krakenflow.client.start.StartArguments;
import dev.krakenflow.engine.client.CallContext;
import dev.krakenflow.engine.client.ClientException;
import dev.krakenflow.engine.client.ClientStart;
import dev.krakenflow.engine.client.ServiceClient;
import dev.krakenflow.expression.Bounds;
import dev.krakenflow.expression.JsonataExpressions;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A client of one service, with short ways to call it. */
final class OpenedClient implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LONG = Duration.ofSeconds(20);

    private final ServiceClient client;

    private OpenedClient(ServiceClient client) {
        this.client = client;
    }

    /** Opens a client that may call this machine. */
    static OpenedClient open(Vertx vertx, Map<String, Object> start) {
        return open(vertx, start, new ScriptedNames(), EgressRules.of(List.of(), true), new HttpClientOptions());
    }

    static OpenedClient open(
            Vertx vertx, Map<String, Object> start, Names names, EgressRules rules, HttpClientOptions options) {
        StartArguments arguments = new StartArguments(
                new JsonataExpressions(Bounds.DEFAULT),
                name -> name.equals("token") ? Optional.of("hidden") : Optional.empty(),
                AllowedEnvironment.NONE);
        HttpClientProvider provider = new HttpClientProvider(vertx, arguments, names, rules, options);
        return new OpenedClient(provider.open(new ClientStart("service", object(start))));
    }

    /** A call that is not made before somebody subscribes. */
    Uni<Object> uni(Map<String, Object> args, Map<String, Object> call) {
        long deadline = System.nanoTime() + TimeUnit.HOURS.toNanos(1);
        CallContext context = new CallContext(deadline, Map.of("traceparent", "00-trace-01"));
        return client.function("f", object(call)).call(args, context);
    }

    /** The result of a call that has an idempotency key. */
    Map<?, ?> callWithKey(Map<String, Object> args, String key) {
        long deadline = System.nanoTime() + TimeUnit.HOURS.toNanos(1);
        CallContext context = new CallContext(deadline, Map.of(), key);
        return (Map<?, ?>) client.function("f", object(Map.of()))
                .call(args, context)
                .await()
                .atMost(LONG);
    }

    /** Whether a call may be made twice. */
    boolean isRepeatable(Map<String, Object> args) {
        return client.function("f", object(Map.of())).repeatable(args);
    }

    /** The result of a call. */
    Map<?, ?> call(Map<String, Object> args, Map<String, Object> call) {
        return (Map<?, ?>) uni(args, call).await().atMost(LONG);
    }

    Map<?, ?> call(Map<String, Object> args) {
        return call(args, Map.of());
    }

    Map<?, ?> get(String path) {
        return call(Map.of("path", path));
    }

    /** What a call fails with. */
    ClientException failure(Map<String, Object> args, Map<String, Object> call) {
        try {
            Object result = uni(args, call).await().atMost(LONG);
            throw new AssertionError("did not fail, but gave " + result);
        } catch (ClientException e) {
            return e;
        }
    }

    ClientException failure(String path) {
        return failure(Map.of("path", path), Map.of());
    }

    @Override
    public void close() {
        client.close().await().atMost(LONG);
    }

    Uni<Void> closing() {
        return client.close();
    }

    private static ObjectNode object(Map<String, Object> value) {
        return JSON.valueToTree(value);
    }
}
