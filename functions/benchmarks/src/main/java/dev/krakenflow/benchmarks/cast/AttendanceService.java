package dev.krakenflow.benchmarks.cast;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A service that takes some milliseconds, and counts how often each id comes. Thread-safe. */
final class AttendanceService implements AutoCloseable {

    /** How often an id came, and when first: a moment of {@link System#nanoTime()}. */
    private record Attendance(AtomicInteger times, long sinceNanos) {}

    private final Vertx vertx = Vertx.vertx();
    private final Map<String, Attendance> attendances = new ConcurrentHashMap<>();
    private final long millis;
    private final HttpServer server;

    AttendanceService(long millis) {
        this.millis = millis;
        this.server = vertx.createHttpServer()
                .requestHandler(this::answer)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    private void answer(HttpServerRequest request) {
        attendances
                .computeIfAbsent(request.getParam("id"), id -> new Attendance(new AtomicInteger(), System.nanoTime()))
                .times()
                .incrementAndGet();
        vertx.setTimer(
                millis,
                end -> request.response()
                        .putHeader("content-type", "application/json")
                        .end("{}"));
    }

    String url() {
        return "http://127.0.0.1:" + server.actualPort();
    }

    /** How often an id came. */
    int times(String id) {
        Attendance found = attendances.get(id);
        return found == null ? 0 : found.times().get();
    }

    /** When an id came first, a moment of {@link System#nanoTime()}; it must have come. */
    long since(String id) {
        Attendance found = attendances.get(id);
        if (found == null) {
            throw new IllegalArgumentException(id + " never came");
        }
        return found.sinceNanos();
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
