package dev.krakenflow.benchmarks.http;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.util.concurrent.atomic.AtomicInteger;

/** A service that takes some milliseconds to add one to a number, and counts how often it was called. */
final class CountingService implements AutoCloseable {

    private final Vertx vertx = Vertx.vertx();
    private final AtomicInteger calls = new AtomicInteger();
    private final long millis;
    private final HttpServer server;

    CountingService(long millis) {
        this.millis = millis;
        this.server = vertx.createHttpServer()
                .requestHandler(this::answer)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    private void answer(HttpServerRequest request) {
        calls.incrementAndGet();
        request.bodyHandler(body -> vertx.setTimer(
                millis,
                end -> request.response()
                        .putHeader("content-type", "application/json")
                        .end(new JsonObject()
                                .put("n", body.toJsonObject().getLong("n") + 1)
                                .toBuffer())));
    }

    String url() {
        return "http://127.0.0.1:" + server.actualPort();
    }

    int calls() {
        return calls.get();
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
