package dev.krakenflow.benchmarks.rolling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.krakenflow.benchmarks.Patience;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RoundRobinIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Vertx vertx = Vertx.vertx();
    private final AtomicBoolean ready = new AtomicBoolean(true);
    private final HttpServer leaving = serve(ready);
    private final HttpServer staying = serve(new AtomicBoolean(true));
    private final RoundRobin balancer = new RoundRobin(List.of(leaving.actualPort(), staying.actualPort()));

    @AfterEach
    void close() {
        balancer.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void givesCallsToAllThatAreReadyAndToNoOther() throws Exception {
        Backend first = balancer.backends().get(0);
        Backend other = balancer.backends().get(1);
        Patience.await(PATIENCE, "both are ready", () -> first.isReady() && other.isReady());
        call(20);
        assertThat(first.takeAnswers()).isEqualTo(10);
        ready.set(false);
        Patience.await(PATIENCE, "one is not ready any more", () -> !first.isReady());
        call(20);
        assertThat(first.takeAnswers()).isZero();
        assertThat(other.takeAnswers()).isEqualTo(30);
    }

    private void call(int times) throws IOException {
        for (int i = 0; i < times; i++) {
            var answered = new AtomicBoolean();
            balancer.run(() -> balancer.post("/", "{}", "{}").onSuccess(right -> answered.set(true)));
            Patience.await(PATIENCE, "a call is answered", answered::get);
        }
    }

    private HttpServer serve(AtomicBoolean ready) {
        return vertx.createHttpServer()
                .requestHandler(request -> request.response()
                        .setStatusCode(request.path().startsWith("/q/") && !ready.get() ? 503 : 200)
                        .end("{}"))
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }
}
