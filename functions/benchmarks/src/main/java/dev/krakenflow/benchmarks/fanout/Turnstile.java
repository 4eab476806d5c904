package dev.krakenflow.benchmarks.fanout;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A service that answers one request only when exactly so many wait: whoever asks with fewer at once waits for ever, and
 * whoever asks with more is seen in the pause before the answer. When all that are expected have come, the last ones are
 * answered together. Its state lives on its event loop; what it counted is asked for when the answers have come.
 */
final class Turnstile implements AutoCloseable {
    private static final long PAUSE_MILLIS = 2;

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    private final Deque<HttpServerRequest> waiting = new ArrayDeque<>();
    private final HttpServer server;
    private final int width;
    private final int expected;
    private int came;
    private final AtomicInteger turns = new AtomicInteger();
    private volatile int most;

    private Turnstile(int width, int expected) {
        this.width = width;
        this.expected = expected;
        this.server = vertx.createHttpServer()
                .requestHandler(this::serve)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    static Turnstile start(int width, int expected) {
        return new Turnstile(width, expected);
    }

    private void serve(HttpServerRequest request) {
        came++;
        waiting.add(request);
        most = Math.max(most, waiting.size());
        if (waiting.size() == width) {
            vertx.setTimer(PAUSE_MILLIS, turn -> turn());
        }
    }

    private void turn() {
        turns.incrementAndGet();
        answer();
        while (came == expected && !waiting.isEmpty()) {
            answer();
        }
    }

    private void answer() {
        waiting.remove()
                .response()
                .putHeader("content-type", "application/json")
                .end("{\"ok\": true}");
    }

    String url() {
        return "http://127.0.0.1:" + server.actualPort();
    }

    /** How often exactly so many waited as it wants. */
    int turns() {
        return turns.get();
    }

    /** The most that waited at once. */
    int mostAtOnce() {
        return most;
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
