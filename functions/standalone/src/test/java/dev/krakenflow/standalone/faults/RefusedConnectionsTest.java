package dev.krakenflow.standalone.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.krakenflow.client.http.testing.faults.Faults;
import dev.krakenflow.failure.Failure;
import dev.krakenflow.standalone.faults.testing.FaultBench;
import io.vertx.core.Vertx;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A service that is not there any more. */
final class RefusedConnectionsTest {
    private final Vertx vertx = Vertx.vertx();
    private final FaultBench bench = new FaultBench(vertx, Faults.named("well"));

    @BeforeEach
    void stopTheService() {
        bench.stopServer();
    }

    @AfterEach
    void close() {
        bench.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void areTriedAgain() {
        Failure failure = bench.failure("""
                {"name": "orders", "components": [
                  {"type": "stage", "service": {"name": "faulty", "function": "ask"}, "prepare": {"path": "/it/well"},
                   "retry": {"delay": "1ms"}}]}""");
        assertThat(failure.code()).isEqualTo("communication");
        assertThat(failure.attempts()).isEqualTo(3);
    }

    @Test
    void areNotUndoneSinceNothingWasSent() {
        Failure failure = bench.failure("""
                {"name": "orders", "components": [
                  {"type": "stage", "service": {"name": "faulty", "function": "ask"}, "prepare": {"path": "/it/well"},
                   "compensate": {"service": {"name": "faulty", "function": "ask"}, "prepare": {"path": "/undone/well"}}}]}""");
        assertThat(failure.code()).isEqualTo("communication");
        assertThat(failure.members()).isEmpty();
    }
}
