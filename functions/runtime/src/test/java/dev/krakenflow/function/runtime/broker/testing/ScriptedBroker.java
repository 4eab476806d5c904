package dev.krakenflow.function.runtime.broker.testing;

import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** The ingress of a Broker on this machine, which answers as a test says: 202 until it says so. Thread-safe. */
public final class ScriptedBroker implements AutoCloseable {

    /** What was posted. */
    public record Posted(String path, MultiMap headers, String body) {}

    /** All of it, in the order in which it came. */
    public final List<Posted> posted = new CopyOnWriteArrayList<>();

    private final HttpServer server;
    private final AtomicInteger refusals = new AtomicInteger();
    private volatile int refusal;

    public ScriptedBroker(Vertx vertx) {
        server = vertx.createHttpServer()
                .requestHandler(this::take)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.actualPort() + "/shop/default");
    }

    /** Answers the next requests so. */
    public void refuses(int times, int status) {
        refusal = status;
        refusals.set(times);
    }

    private void take(HttpServerRequest request) {
        request.body().onSuccess(body -> {
            posted.add(new Posted(request.path(), request.headers(), body.toString()));
            boolean refused = refusals.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
            request.response().setStatusCode(refused ? refusal : 202).end();
        });
    }

    @Override
    public void close() {
        server.close().toCompletionStage().toCompletableFuture().join();
    }
}
