package dev.krakenflow.standalone.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.krakenflow.client.http.testing.faults.Fault;
import dev.krakenflow.failure.Failure;
import dev.krakenflow.standalone.faults.testing.EachFault;
import dev.krakenflow.standalone.faults.testing.EachIll;
import dev.krakenflow.standalone.faults.testing.EachRefusal;
import dev.krakenflow.standalone.faults.testing.FaultBench;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;

/** Stages that can be undone, and calls that undo them. */
final class FaultsAndUndoingTest {
    private static final Vertx VERTX = Vertx.vertx();

    @AfterAll
    static void close() {
        VERTX.close().toCompletionStage().toCompletableFuture().join();
    }

    @EachFault
    void undoWhatWasDone(Fault fault) {
        try (FaultBench bench = new FaultBench(VERTX, fault)) {
            Failure failure = bench.failure("""
                    {"name": "orders", "components": [
                      {"type": "stage", "name": "charge", "service": {"name": "faulty", "function": "ask-plainly"},
                       "prepare": {"path": "/done/well"},
                       "compensate": {"service": {"name": "faulty", "function": "ask-plainly"},
                                      "prepare": {"path": "/undone/well"}}},
                      {"type": "stage", "name": "send", "service": {"name": "faulty", "function": "ask"},
                       "prepare": {"path": "/it/<fault>"}}]}""");
            assertThat(failure.code()).isEqualTo(fault.outcome());
            assertThat(failure.members()).isEqualTo(Map.of("compensated", List.of("charge")));
            assertThat(bench.traffic("undone").requests()).isEqualTo(1);
            bench.assertBothConnectionsAreFree();
        }
    }

    @EachIll
    void areUndoneWhenNobodyKnowsWhatTheyDid(Fault fault) {
        try (FaultBench bench = new FaultBench(VERTX, fault)) {
            Failure failure = bench.failure("""
                    {"name": "orders", "components": [
                      {"type": "stage", "name": "charge", "service": {"name": "faulty", "function": "ask"},
                       "prepare": {"path": "/it/<fault>"},
                       "compensate": {"service": {"name": "faulty", "function": "ask-plainly"},
                                      "prepare": {"path": "/undone/well"}}}]}""");
            assertThat(failure.code()).isEqualTo(fault.outcome());
            assertThat(failure.members()).isEqualTo(Map.of("compensated", List.of("charge")));
            assertThat(bench.traffic("undone").requests()).isEqualTo(1);
        }
    }

    @EachRefusal
    void areNotUndoneWhenTheServiceRefused(Fault fault) {
        try (FaultBench bench = new FaultBench(VERTX, fault)) {
            Failure failure = bench.failure("""
                    {"name": "orders", "components": [
                      {"type": "stage", "name": "charge", "service": {"name": "faulty", "function": "ask"},
                       "prepare": {"path": "/it/<fault>"},
                       "compensate": {"service": {"name": "faulty", "function": "ask-plainly"},
                                      "prepare": {"path": "/undone/well"}}}]}""");
            assertThat(failure.code()).isEqualTo(fault.outcome());
            assertThat(failure.members()).isEmpty();
            assertThat(bench.traffic("undone").requests()).isZero();
        }
    }

    @EachFault
    void areToldWhenNothingCanBeUndone(Fault fault) throws InterruptedException {
        try (FaultBench bench = new FaultBench(VERTX, fault)) {
            Failure failure = bench.failure("""
                    {"name": "orders", "components": [
                      {"type": "stage", "name": "charge", "service": {"name": "faulty", "function": "ask-plainly"},
                       "prepare": {"path": "/done/well"},
                       "compensate": {"service": {"name": "faulty", "function": "ask"},
                                      "prepare": {"path": "/it/<fault>"}}},
                      {"type": "raise", "error": {"type": "out-of-stock"}}]}""");
            assertThat(failure.code()).isEqualTo("out-of-stock");
            assertThat(failure.members()).isEqualTo(Map.of("compensation_failed", List.of("charge")));
            bench.traffic("it").awaitQuiet();
            bench.assertBothConnectionsAreFree();
        }
    }
}
