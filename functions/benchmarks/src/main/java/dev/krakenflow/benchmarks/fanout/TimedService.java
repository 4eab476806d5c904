package dev.krakenflow.benchmarks.fanout;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A service that answers each request some milliseconds after it came, by a timer, unless its caller goes before.
 * Thread-safe.
 */
public final class TimedService implements AutoCloseable {
    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    private final AtomicInteger underWay = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private final AtomicInteger came = new AtomicInteger();
    private final long millis;
    private final HttpServer server;

    private TimedService(long millis) {
        this.millis = millis;
        this.server = vertx.createHttpServer()
                .requestHandler(this::serve)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    /** Starts one on loopback. */
    public static TimedService start(long millis) {
        return new TimedService(millis);
    }

    private void serve(HttpServerRequest request) {
        came.incrementAndGet();
        most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
        HttpServerResponse response = request.response();
        long timer = vertx.setTimer(millis, end -> {
            underWay.decrementAndGet();
            response.putHeader("content-type", "application/json").end("{\"ok\": true}");
        });
        response.closeHandler(gone -> {
            if (vertx.cancelTimer(timer)) {
                underWay.decrementAndGet();
            }
        });
    }

    /** How many requests have come. */
    public int came() {
        return came.get();
    }

    /** How many requests wait for their answers, and their callers with them. */
    public int underWay() {
        return underWay.get();
    }

    /** Where it listens. */
    public String url() {
        return "http://127.0.0.1:" + server.actualPort();
    }

    /** The most requests that it had at once since this was asked last. */
    int mostAtOnce() {
        return most.getAndSet(0);
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
