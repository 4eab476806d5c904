package dev.krakenflow.benchmarks.rolling;

import io.vertx.core.Future;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import java.util.concurrent.atomic.AtomicInteger;

/** One server that requests may go to while it says that it is ready. Its requests are sent from one event loop. */
final class Backend {
    private final HttpClient client;
    private final int port;
    private final AtomicInteger answers = new AtomicInteger();
    private volatile boolean ready;

    Backend(HttpClient client, int port) {
        this.client = client;
        this.port = port;
    }

    /** Asks whether it is ready, and remembers that until it is asked again; one that does not answer is not. */
    void check() {
        client.request(HttpMethod.GET, port, "127.0.0.1", "/q/health/ready")
                .compose(HttpClientRequest::send)
                .onSuccess(response -> ready = response.statusCode() == 200)
                .onFailure(gone -> ready = false);
    }

    boolean isReady() {
        return ready;
    }

    /** Posts JSON; fails unless the answer is the one that is right. */
    Future<Void> post(String path, String json, String right) {
        return client.request(HttpMethod.POST, port, "127.0.0.1", path)
                .compose(request ->
                        request.putHeader("content-type", "application/json").send(json))
                .compose(response -> response.body().compose(body -> {
                    answers.incrementAndGet();
                    String answer = response.statusCode() + " " + body;
                    return answer.equals("200 " + right) ? Future.succeededFuture() : Future.failedFuture(answer);
                }));
    }

    /** How many answers it has given since this was asked last, right ones and wrong ones. */
    int takeAnswers() {
        return answers.getAndSet(0);
    }
}
