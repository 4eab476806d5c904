package dev.krakenflow.benchmarks.rolling;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;

/** A service that answers after as many milliseconds as it is asked to. Thread-safe. */
final class PauseService implements AutoCloseable {

    /** The pipeline that is called, and its service. */
    static final String NAME = "paused";

    private static final String PIPELINE = """
            {"name": "paused", "components": [{"type": "stage", "service": {"name": "pauses", "function": "pause"}}]}""";

    private static final String SERVICE = """
            {"name": "pauses", "client": {"module": "http", "start": {"base_url": "%s", "pool_size": 256}},
             "interface": {"pause": {"prepare": {"path": "/", "params": {"millis": "{%% millis %%}"}}, "transform": {}}}}""";

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    private final HttpServer server;

    private PauseService() {
        server = vertx.createHttpServer()
                .connectionHandler(connection -> connection.exceptionHandler(callerIsGone -> {}))
                .requestHandler(this::serve)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    static PauseService start() {
        return new PauseService();
    }

    private void serve(HttpServerRequest request) {
        long millis = Math.max(1, Long.parseLong(request.getParam("millis")));
        vertx.setTimer(
                millis,
                end -> request.response()
                        .putHeader("content-type", "application/json")
                        .end("{}"));
    }

    /** Its definition. */
    String definition() {
        return SERVICE.formatted("http://127.0.0.1:" + server.actualPort());
    }

    /** A pipeline that waits for it as long as the event says, and gives the event back. */
    static String pipeline() {
        return PIPELINE;
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
