package dev.krakenflow.benchmarks.versions;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;

/** A service that answers, after some milliseconds, the mark that its client sent in a header. Thread-safe. */
final class MarkService implements AutoCloseable {
    static final String HEADER = "x-mark";

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    private final HttpServer server;
    private final long millis;

    private MarkService(long millis) {
        this.millis = millis;
        server = vertx.createHttpServer()
                .requestHandler(this::serve)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    static MarkService start(long millis) {
        return new MarkService(millis);
    }

    private void serve(HttpServerRequest request) {
        String mark = request.getHeader(HEADER);
        vertx.setTimer(
                millis,
                end -> request.response()
                        .putHeader("content-type", "application/json")
                        .end("{\"mark\": " + mark + "}"));
    }

    String url() {
        return "http://127.0.0.1:" + server.actualPort();
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
