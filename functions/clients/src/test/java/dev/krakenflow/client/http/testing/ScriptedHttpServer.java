package dev.krakenflow.client.http.testing;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** An HTTP server that keeps the rules of HTTP. Records each request with its body before the script sees it. */
public final class ScriptedHttpServer implements AutoCloseable {
    private final HttpServer server;
    private final BlockingQueue<RecordedRequest> requests = new LinkedBlockingQueue<>();
    private final BlockingQueue<Boolean> closed = new LinkedBlockingQueue<>();
    private final AtomicInteger connections = new AtomicInteger();
    private volatile Handler<HttpServerRequest> script =
            request -> request.response().end();

    public ScriptedHttpServer(Vertx vertx) {
        this(vertx, new HttpServerOptions());
    }

    public ScriptedHttpServer(Vertx vertx, HttpServerOptions options) {
        server = vertx.createHttpServer(options.setHost("127.0.0.1").setPort(0))
                .connectionHandler(this::count)
                .exceptionHandler(thrown -> {})
                .requestHandler(this::record);
        server.listen().toCompletionStage().toCompletableFuture().join();
    }

    /** Says how requests are answered from now on. */
    public ScriptedHttpServer script(Handler<HttpServerRequest> newScript) {
        script = newScript;
        return this;
    }

    /** Answers every request with a status, headers (name, value, name, value …) and a body. */
    public ScriptedHttpServer answer(int status, String body, String... headers) {
        return script(request -> {
            request.response().setStatusCode(status);
            for (int i = 0; i < headers.length; i += 2) {
                request.response().headers().add(headers[i], headers[i + 1]);
            }
            request.response().end(body);
        });
    }

    /** The next request that was not taken yet; waits for it. */
    public RecordedRequest takeRequest() throws InterruptedException {
        RecordedRequest request = requests.poll(20, TimeUnit.SECONDS);
        if (request == null) {
            throw new AssertionError("no request came");
        }
        return request;
    }

    /** Requests that were not taken. */
    public int untaken() {
        return requests.size();
    }

    /** Waits until one more connection is closed by the other side. */
    public void awaitClosedConnection() throws InterruptedException {
        if (closed.poll(20, TimeUnit.SECONDS) == null) {
            throw new AssertionError("no connection was closed");
        }
    }

    /** How many connections were made in all. */
    public int connections() {
        return connections.get();
    }

    public String url() {
        return "http://127.0.0.1:" + port();
    }

    public int port() {
        return server.actualPort();
    }

    @Override
    public void close() {
        server.close().toCompletionStage().toCompletableFuture().join();
    }

    private void count(HttpConnection connection) {
        connections.incrementAndGet();
        connection.closeHandler(gone -> closed.add(true));
    }

    private void record(HttpServerRequest request) {
        Map<String, String> headers = new HashMap<>();
        request.headers().forEach(field -> headers.put(field.getKey().toLowerCase(Locale.ROOT), field.getValue()));
        request.bodyHandler(body -> {
            requests.add(new RecordedRequest(
                    request.method().name(), request.uri(), headers, body.toString(StandardCharsets.UTF_8)));
            script.handle(request);
        });
    }
}
