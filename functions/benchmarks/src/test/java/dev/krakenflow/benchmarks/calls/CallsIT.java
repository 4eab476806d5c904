package dev.krakenflow.benchmarks.calls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.krakenflow.benchmarks.http.Exchange;
import dev.krakenflow.benchmarks.http.LoadGenerator;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CallsIT {
    private final Vertx vertx = Vertx.vertx();
    private final LoadGenerator generator = new LoadGenerator();
    private final HttpServer server = vertx.createHttpServer()
            .requestHandler(request -> request.response().end(request.path()))
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .join();

    @AfterEach
    void close() {
        generator.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void goOnUntilTheyAreStoppedAndCountWindowByWindow() throws Exception {
        Calls calls = begin();
        calls.awaitAnswers(100);
        CallWindow first = calls.take();
        CallWindow last = calls.stop();
        assertThat(first.answers()).isGreaterThanOrEqualTo(100);
        assertThat(first.answers() + last.answers()).isEqualTo(calls.answers());
        assertThat(first.wrong()).isPositive().isLessThan(first.answers());
        assertThat(first.firstWrong()).isEqualTo("200 /wrong");
    }

    @Test
    void failWhenTheServerGoesAway() throws Exception {
        Calls calls = begin();
        calls.awaitAnswers(100);
        server.close().toCompletionStage().toCompletableFuture().join();
        Assertions.assertThatThrownBy(() -> calls.awaitAnswers(Integer.MAX_VALUE))
                .isInstanceOf(ExecutionException.class);
    }

    private Calls begin() {
        List<Exchange> exchanges =
                List.of(Exchange.post("/right", "{}", answer -> true), Exchange.post("/wrong", "{}", answer -> true));
        return Calls.begin(
                generator,
                server.actualPort(),
                exchanges,
                (answer, sentAt) -> answer.body().toString().equals("/right"),
                4,
                0);
    }
}
