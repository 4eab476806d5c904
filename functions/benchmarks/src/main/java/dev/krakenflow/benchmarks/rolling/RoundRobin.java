package dev.krakenflow.benchmarks.rolling;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.PoolOptions;
import java.util.List;

/**
 * A balancer like a platform's: asks each server ten times a second whether it is ready, gives each request to the next
 * one that is, and never sends a request twice. Its requests are sent on its event loop.
 */
final class RoundRobin implements AutoCloseable {
    private static final long CHECK_MILLIS = 100;
    private static final int CONNECTIONS = 256;

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    private final Context context = vertx.getOrCreateContext();
    private final List<Backend> backends;
    private volatile boolean closing;
    private int turn;

    /** A balancer of the servers that listen at these ports of loopback. */
    RoundRobin(List<Integer> ports) {
        HttpClient client = vertx.createHttpClient(
                new HttpClientOptions().setConnectTimeout(1_000), new PoolOptions().setHttp1MaxSize(CONNECTIONS));
        backends = ports.stream().map(port -> new Backend(client, port)).toList();
        context.runOnContext(begin -> vertx.setPeriodic(1, CHECK_MILLIS, again -> checkAll()));
    }

    private void checkAll() {
        if (!closing) {
            backends.forEach(Backend::check);
        }
    }

    /** Does something on the event loop. */
    void run(Runnable work) {
        context.runOnContext(begin -> work.run());
    }

    /** Does something on the event loop, some milliseconds later. */
    void runLater(long millis, Runnable work) {
        vertx.setTimer(millis, over -> work.run());
    }

    /** Posts JSON to the next server that is ready; fails unless the answer is 200 and has the right body. */
    Future<Void> post(String path, String json, String right) {
        for (int i = 0; i < backends.size(); i++) {
            turn = (turn + 1) % backends.size();
            if (backends.get(turn).isReady()) {
                return backends.get(turn).post(path, json, right);
            }
        }
        return Future.failedFuture("no server is ready");
    }

    List<Backend> backends() {
        return backends;
    }

    @Override
    public void close() {
        closing = true;
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
