package dev.krakenflow.benchmarks.http;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.net.NetClient;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Sends closed loops of requests to servers on loopback, from one event loop, and checks every answer. Several loads
 * may run at the same time. Thread-safe.
 */
public final class LoadGenerator implements AutoCloseable {

    /** How long the last answers of a load may take. */
    private static final Duration GRACE = Duration.ofSeconds(20);

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    private final Context context = vertx.getOrCreateContext();
    private final NetClient client = vertx.createNetClient();

    /**
     * Begins a load.
     *
     * @param exchanges what each connection sends in turn, each beginning with another one
     * @return what it did; fails when an answer is wrong, a connection breaks, or the last answer does not come
     */
    CompletableFuture<Load> start(int port, List<Exchange> exchanges, int connections, Duration time) {
        CompletableFuture<Load> result = new CompletableFuture<>();
        run(() -> connect(port, exchanges, connections, new LoadTally(result, connections, time)));
        return result.orTimeout(time.plus(GRACE).toSeconds(), TimeUnit.SECONDS);
    }

    /** Does something on the event loop on which tallies are called. */
    public void run(Runnable work) {
        context.runOnContext(begin -> work.run());
    }

    /**
     * Opens connections that send requests until the tally ends them. Called on the event loop.
     *
     * @param exchanges what each connection sends in turn, each beginning with another one
     */
    public void connect(int port, List<Exchange> exchanges, int connections, Tally tally) {
        for (int i = 0; i < connections; i++) {
            int first = i;
            client.connect(port, "127.0.0.1")
                    .onSuccess(socket -> new LoadConnection(vertx, socket, exchanges, first, tally).send())
                    .onFailure(tally::fail);
        }
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
