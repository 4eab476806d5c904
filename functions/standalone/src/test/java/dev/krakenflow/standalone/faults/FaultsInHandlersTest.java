package dev.krakenflow.standalone.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.krakenflow.client.http.testing.faults.Fault;
import dev.krakenflow.failure.Failure;
import dev.krakenflow.standalone.faults.testing.EachFault;
import dev.krakenflow.standalone.faults.testing.FaultBench;
import io.vertx.core.Vertx;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;

/** What a pipeline does when it failed, and at last. */
final class FaultsInHandlersTest {
    private static final Vertx VERTX = Vertx.vertx();

    @AfterAll
    static void close() {
        VERTX.close().toCompletionStage().toCompletableFuture().join();
    }

    @EachFault
    void leadToOnError(Fault fault) {
        try (FaultBench bench = new FaultBench(VERTX, fault)) {
            Map<String, Object> event = bench.event("""
                    {"name": "orders",
                     "components": [
                       {"type": "stage", "service": {"name": "faulty", "function": "ask"},
                        "prepare": {"path": "/it/<fault>"}}],
                     "on_error": [
                       {"type": "stage", "service": {"name": "faulty", "function": "ask-plainly"},
                        "prepare": {"path": "/sorry/well"},
                        "transform": {"code": "{% $error.code %}", "key": "{% key %}"}}]}""");
            assertThat(event).isEqualTo(Map.of("code", fault.outcome(), "key", "sorry"));
            bench.assertBothConnectionsAreFree();
        }
    }

    @EachFault
    void areTheFailureWhenOnErrorBreaksToo(Fault fault) {
        try (FaultBench bench = new FaultBench(VERTX, fault)) {
            Failure failure = bench.failure("""
                    {"name": "orders",
                     "components": [{"type": "raise", "error": {"type": "out-of-stock"}}],
                     "on_error": [
                       {"type": "stage", "name": "tell", "service": {"name": "faulty", "function": "ask"},
                        "prepare": {"path": "/it/<fault>"}}]}""");
            assertThat(failure.code()).isEqualTo(fault.outcome());
            assertThat(failure.place().component()).isEqualTo("tell");
            bench.assertBothConnectionsAreFree();
        }
    }

    @EachFault
    void changeNothingAtLast(Fault fault) throws InterruptedException {
        try (FaultBench bench = new FaultBench(VERTX, fault)) {
            Map<String, Object> event = bench.event("""
                    {"name": "orders",
                     "components": [{"type": "stage", "transform": {"done": true}}],
                     "finally": [
                       {"type": "stage", "service": {"name": "faulty", "function": "ask"},
                        "prepare": {"path": "/it/<fault>"},
                        "transform": {"done": false}}]}""");
            assertThat(event).isEqualTo(Map.of("done", true));
            assertThat(bench.traffic("it").requests()).isPositive();
            bench.traffic("it").awaitQuiet();
            bench.assertBothConnectionsAreFree();
        }
    }
}
