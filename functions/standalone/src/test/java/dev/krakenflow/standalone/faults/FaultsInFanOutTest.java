package dev.krakenflow.standalone.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import dev.krakenflow.client.http.testing.faults.Fault;
import dev.krakenflow.failure.Failure;
import dev.krakenflow.standalone.faults.testing.EachFault;
import dev.krakenflow.standalone.faults.testing.EachWait;
import dev.krakenflow.standalone.faults.testing.FaultBench;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;

/** Several calls at the same time, one of which breaks. */
final class FaultsInFanOutTest {
    private static final Vertx VERTX = Vertx.vertx();

    @AfterAll
    static void close() {
        VERTX.close().toCompletionStage().toCompletableFuture().join();
    }

    @EachFault
    void endAllBranches(Fault fault) throws InterruptedException {
        try (FaultBench bench = new FaultBench(VERTX, fault)) {
            Failure failure = bench.failure("""
                    {"name": "orders", "components": [
                      {"type": "parallel", "branches": {
                         "bad": [{"type": "stage", "name": "bad", "service": {"name": "faulty", "function": "ask"},
                           "prepare": {"path": "/it/meet-<fault>"}}],
                         "slow": [{"type": "stage", "service": {"name": "faulty", "function": "ask-plainly"},
                           "prepare": {"path": "/it/silence"}}]}}]}""");
            assertThat(failure.code()).isEqualTo(fault.outcome());
            assertThat(failure.place().component()).isEqualTo("bad");
            bench.traffic("it").awaitQuiet();
            bench.assertBothConnectionsAreFree();
        }
    }

    @EachFault
    void loseAgainstAnAnswer(Fault fault) throws InterruptedException {
        try (FaultBench bench = new FaultBench(VERTX, fault)) {
            Map<String, Object> event = bench.event("""
                    {"name": "orders", "components": [
                      {"type": "parallel", "mode": "any", "branches": {
                         "bad": [{"type": "stage", "service": {"name": "faulty", "function": "ask"},
                           "prepare": {"path": "/bad/<fault>"}}],
                         "good": [{"type": "stage", "service": {"name": "faulty", "function": "ask-plainly"},
                           "prepare": {"path": "/good/well-after-20ms"}, "transform": {"key": "{% key %}"}}]}}]}""");
            assertThat(event).isEqualTo(Map.of("key", "good"));
            bench.traffic("bad").awaitQuiet();
            bench.assertBothConnectionsAreFree();
        }
    }

    @EachFault
    void areAllToldWhenNoBranchWins(Fault fault) throws InterruptedException {
        try (FaultBench bench = new FaultBench(VERTX, fault)) {
            Failure failure = bench.failure("""
                    {"name": "orders", "components": [
                      {"type": "parallel", "mode": "any", "branches": {
                         "first": [{"type": "stage", "service": {"name": "faulty", "function": "ask"},
                           "prepare": {"path": "/it/<fault>"}}],
                         "second": [{"type": "stage", "service": {"name": "faulty", "function": "ask"},
                           "prepare": {"path": "/it/<fault>"}}]}}]}""");
            assertThat(failure.code()).isEqualTo("all-failed");
            assertThat(failure.members())
                    .extractingByKey("errors")
                    .asInstanceOf(LIST)
                    .hasSize(2)
                    .allSatisfy(error -> assertThat(error)
                            .extracting("problem")
                            .extracting("code")
                            .isEqualTo(fault.outcome()));
            bench.traffic("it").awaitQuiet();
            bench.assertBothConnectionsAreFree();
        }
    }

    @EachFault
    void standBesideTheOtherBranches(Fault fault) {
        try (FaultBench bench = new FaultBench(VERTX, fault)) {
            Map<String, Object> event = bench.event("""
                    {"name": "orders", "components": [
                      {"type": "parallel", "mode": "settled", "branches": {
                         "bad": [{"type": "stage", "service": {"name": "faulty", "function": "ask"},
                           "prepare": {"path": "/bad/<fault>"}}],
                         "good": [{"type": "stage", "service": {"name": "faulty", "function": "ask-plainly"},
                           "prepare": {"path": "/good/well"}, "transform": {"key": "{% key %}"}}]},
                                   "transform": {"good": "{% good.key %}", "bad": "{% errors.bad.code %}"}}]}""");
            assertThat(event).isEqualTo(Map.of("good", "good", "bad", fault.outcome()));
            bench.assertBothConnectionsAreFree();
        }
    }

    @EachFault
    void endAllItems(Fault fault) throws InterruptedException {
        try (FaultBench bench = new FaultBench(VERTX, fault)) {
            Failure failure = bench.failure("""
                    {"name": "orders", "components": [
                      {"type": "map", "items": ["well", "<fault>", "well", "well", "well"], "concurrency_limit": 2,
                       "components": [
                         {"type": "stage", "service": {"name": "faulty", "function": "ask"},
                          "prepare": {"path": "{% '/it/' & item %}"}}]}]}""");
            assertThat(failure.code()).isEqualTo(fault.outcome());
            bench.traffic("it").awaitQuiet();
            bench.assertBothConnectionsAreFree();
        }
    }

    @EachFault
    void standBesideTheOtherItems(Fault fault) {
        try (FaultBench bench = new FaultBench(VERTX, fault)) {
            Map<String, Object> event = bench.event("""
                    {"name": "orders", "components": [
                      {"type": "map", "mode": "settled", "items": ["well", "<fault>", "well"],
                       "components": [
                         {"type": "stage", "condition": "{% item = 'well' %}",
                          "service": {"name": "faulty", "function": "ask-plainly"},
                          "prepare": {"path": "/good/well"}, "transform": {"key": "{% key %}"}},
                         {"type": "stage", "condition": "{% item != 'well' %}",
                          "service": {"name": "faulty", "function": "ask"}, "prepare": {"path": "/bad/<fault>"}}],
                       "transform": {"keys": "{% results.key[] %}", "index": "{% errors.index %}",
                                     "code": "{% errors.problem.code %}"}}]}""");
            assertThat(event).isEqualTo(Map.of("keys", List.of("good", "good"), "index", 1, "code", fault.outcome()));
            bench.assertBothConnectionsAreFree();
        }
    }

    @EachWait
    void areResetWhenAnotherBranchFails(Fault fault) throws InterruptedException {
        try (FaultBench bench = new FaultBench(VERTX, fault)) {
            Failure failure = bench.failure("""
                    {"name": "orders", "components": [
                      {"type": "parallel", "branches": {
                         "bad": [{"type": "stage", "service": {"name": "faulty", "function": "ask-plainly"},
                                  "prepare": {"path": "/it/meet-status-503"}}],
                         "wait": [{"type": "stage", "service": {"name": "faulty", "function": "ask-plainly"},
                                   "prepare": {"path": "/it/<fault>"}}]}}]}""");
            assertThat(failure.code()).isEqualTo("http.503");
            bench.traffic("it").awaitResets(1);
            bench.assertBothConnectionsAreFree();
        }
    }
}
