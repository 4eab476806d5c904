package dev.krakenflow.standalone.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.krakenflow.client.http.testing.faults.Fault;
import dev.krakenflow.client.http.testing.faults.Faults;
import dev.krakenflow.standalone.faults.testing.EachWait;
import dev.krakenflow.standalone.faults.testing.FaultBench;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Runs that are cancelled while the service keeps them waiting. */
final class CancelledRunsTest {
    private static final Vertx VERTX = Vertx.vertx();
    private static final Fault SILENCE = Faults.named("silence");
    private static final String PLAIN = "{}";
    private static final String ASK = """
            {"name": "orders", "components": [
              {"type": "stage", "service": {"name": "faulty", "function": "ask"},
               "prepare": {"path": "/it/<fault>"}}]}""";

    @AfterAll
    static void close() {
        VERTX.close().toCompletionStage().toCompletableFuture().join();
    }

    @EachWait
    void resetTheirCall(Fault fault) throws InterruptedException {
        try (FaultBench bench = new FaultBench(VERTX, fault, PLAIN)) {
            Cancellable run = bench.begin(ASK);
            bench.traffic("it").awaitRequests(1);
            run.cancel();
            bench.traffic("it").awaitResets(1);
            bench.assertBothConnectionsAreFree();
        }
    }

    @Test
    void leaveNothingBehindWhenAHundredComeOneAfterAnother() throws InterruptedException {
        try (FaultBench bench = new FaultBench(VERTX, SILENCE, PLAIN)) {
            for (int i = 1; i <= 100; i++) {
                Cancellable run = bench.begin(ASK);
                bench.traffic("it").awaitRequests(i);
                run.cancel();
                bench.traffic("it").awaitResets(i);
            }
            bench.assertBothConnectionsAreFree();
        }
    }

    @Test
    void leaveNothingBehindWhenAHundredWaitForTwoConnections() throws InterruptedException {
        try (FaultBench bench = new FaultBench(VERTX, SILENCE, PLAIN)) {
            List<Cancellable> runs = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                runs.add(bench.begin(ASK));
            }
            bench.traffic("it").awaitRequests(2);
            // The last ones first: those that wait must go without ever having been sent.
            runs.reversed().forEach(Cancellable::cancel);
            bench.traffic("it").awaitResets(2);
            bench.assertBothConnectionsAreFree();
            assertThat(bench.traffic("it").requests()).isEqualTo(2);
        }
    }

    @Test
    void resetTheCallsOfAllBranchesAndItems() throws InterruptedException {
        try (FaultBench bench = new FaultBench(VERTX, SILENCE, PLAIN)) {
            Cancellable run = bench.begin("""
                    {"name": "orders", "components": [
                      {"type": "parallel", "mode": "settled", "branches": {
                         "one": [{"type": "stage", "service": {"name": "faulty", "function": "ask"},
                           "prepare": {"path": "/it/<fault>"}}],
                         "many": [{"type": "map", "items": [1, 2, 3], "components": [
                           {"type": "stage", "service": {"name": "faulty", "function": "ask"},
                            "prepare": {"path": "/it/<fault>"}}]}]}}]}""");
            bench.traffic("it").awaitRequests(2);
            run.cancel();
            bench.traffic("it").awaitResets(2);
            bench.assertBothConnectionsAreFree();
            assertThat(bench.traffic("it").requests()).isEqualTo(2);
        }
    }

    @Test
    void undoWhatTheyDid() throws InterruptedException {
        try (FaultBench bench = new FaultBench(VERTX, SILENCE, PLAIN)) {
            Cancellable run = bench.begin("""
                    {"name": "orders", "components": [
                      {"type": "stage", "name": "charge", "service": {"name": "faulty", "function": "ask-plainly"},
                       "prepare": {"path": "/done/well"},
                       "compensate": {"service": {"name": "faulty", "function": "ask-plainly"},
                                      "prepare": {"path": "/undone/well"}}},
                      {"type": "stage", "service": {"name": "faulty", "function": "ask"},
                       "prepare": {"path": "/it/<fault>"}}]}""");
            bench.traffic("it").awaitRequests(1);
            run.cancel();
            bench.traffic("it").awaitResets(1);
            bench.traffic("undone").awaitRequests(1);
            bench.traffic("undone").awaitQuiet();
            assertThat(bench.traffic("undone").resets()).isZero();
        }
    }

    @Test
    void doAtLastWhatIsToBeDone() throws InterruptedException {
        try (FaultBench bench = new FaultBench(VERTX, SILENCE, PLAIN)) {
            Cancellable run = bench.begin("""
                    {"name": "orders",
                     "components": [
                       {"type": "stage", "service": {"name": "faulty", "function": "ask"},
                        "prepare": {"path": "/it/<fault>"}}],
                     "finally": [
                       {"type": "stage", "service": {"name": "faulty", "function": "ask-plainly"},
                        "prepare": {"path": "/last/well"}}]}""");
            bench.traffic("it").awaitRequests(1);
            run.cancel();
            bench.traffic("last").awaitRequests(1);
            bench.traffic("last").awaitQuiet();
            assertThat(bench.traffic("last").resets()).isZero();
        }
    }

    @Test
    void areNotTriedAgain() throws InterruptedException {
        try (FaultBench bench = new FaultBench(VERTX, SILENCE, PLAIN)) {
            Cancellable run = bench.begin("""
                    {"name": "orders", "components": [
                      {"type": "stage", "service": {"name": "faulty", "function": "ask"},
                       "prepare": {"path": "/it/<fault>"},
                       "retry": {"on": ["*"], "delay": "1ms", "max_attempts": 9}}]}""");
            bench.traffic("it").awaitRequests(1);
            run.cancel();
            bench.traffic("it").awaitResets(1);
            bench.assertBothConnectionsAreFree();
            assertThat(bench.traffic("it").requests()).isEqualTo(1);
        }
    }
}
