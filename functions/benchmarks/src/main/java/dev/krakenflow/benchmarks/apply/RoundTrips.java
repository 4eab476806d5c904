package dev.krakenflow.benchmarks.apply;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Stands between a function and its Redis, makes it seem far away, and counts round trips: on each connection, how often
 * something is sent after something was answered. What is sent in several pieces without waiting for an answer is one,
 * because answers are held back for a while. Thread-safe.
 */
final class RoundTrips implements AutoCloseable {
    private static final long FAR_MILLIS = 30;

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    private final NetClient client = vertx.createNetClient();
    private final AtomicInteger count = new AtomicInteger();
    private final NetServer server;
    private final int redis;

    private RoundTrips(int redis) {
        this.redis = redis;
        server = vertx.createNetServer()
                .connectHandler(this::connect)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    /**
     * Begins to count.
     *
     * @param redis the port of it
     */
    static RoundTrips before(int redis) {
        return new RoundTrips(redis);
    }

    private void connect(NetSocket caller) {
        caller.pause();
        client.connect(redis, "127.0.0.1")
                .onSuccess(answering -> join(caller, answering))
                .onFailure(gone -> caller.close());
    }

    private void join(NetSocket caller, NetSocket answering) {
        boolean[] asked = {false};
        caller.handler(request -> {
            if (!asked[0]) {
                asked[0] = true;
                count.incrementAndGet();
            }
            answering.write(request);
        });
        answering.handler(answer -> vertx.setTimer(FAR_MILLIS, arrived -> {
            asked[0] = false;
            caller.write(answer);
        }));
        caller.closeHandler(gone -> answering.close());
        answering.closeHandler(gone -> caller.close());
        caller.resume();
    }

    String url() {
        return "redis://127.0.0.1:" + server.actualPort();
    }

    /** How many there have been so far. */
    int count() {
        return count.get();
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
