package dev.krakenflow.standalone.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.krakenflow.client.http.testing.faults.Fault;
import dev.krakenflow.client.http.testing.faults.Faults;
import dev.krakenflow.failure.Failure;
import dev.krakenflow.standalone.faults.testing.EachFault;
import dev.krakenflow.standalone.faults.testing.FaultBench;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What stands around a call that breaks. */
final class FaultsBehindPoliciesTest {
    private static final Vertx VERTX = Vertx.vertx();
    private static final String BREAKER = """
            {"timeout": "<patience>", "call": {"follow_redirects": true},
             "circuit_breaker": {"failure_ratio": 1, "request_volume_threshold": 2, "delay": "1m"}}""";
    private static final String ASK = """
            {"name": "orders", "components": [
              {"type": "stage", "service": {"name": "faulty", "function": "ask"},
               "prepare": {"path": "/it/<fault>"}}]}""";

    @AfterAll
    static void close() {
        VERTX.close().toCompletionStage().toCompletableFuture().join();
    }

    /** Those that say that a service is not well; others say that the request is not. */
    static List<Fault> ills() {
        return Faults.all().stream()
                .filter(fault -> !fault.outcome().startsWith("http.4"))
                .toList();
    }

    /** Those that say that a request is not well, as the service is. */
    static List<Fault> refusals() {
        return Faults.all().stream()
                .filter(fault -> fault.outcome().startsWith("http.4"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("ills")
    void openTheBreaker(Fault fault) {
        try (FaultBench bench = new FaultBench(VERTX, fault, BREAKER)) {
            assertThat(bench.failure(ASK).code()).isEqualTo(fault.outcome());
            assertThat(bench.failure(ASK).code()).isEqualTo(fault.outcome());
            int requests = bench.traffic("it").requests();
            Failure failure = bench.failure(ASK);
            assertThat(failure.code()).isEqualTo("circuit-open");
            assertThat(failure.retryAfter()).isBetween(1L, 60L);
            assertThat(bench.traffic("it").requests()).isEqualTo(requests);
            bench.assertBothConnectionsAreFree();
        }
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void leaveTheBreakerClosed(Fault fault) {
        try (FaultBench bench = new FaultBench(VERTX, fault, BREAKER)) {
            for (int i = 0; i < 3; i++) {
                assertThat(bench.failure(ASK).code()).isEqualTo(fault.outcome());
            }
        }
    }

    @EachFault
    void giveTheRoomOfABulkheadBack(Fault fault) {
        try (FaultBench bench = new FaultBench(VERTX, fault, """
                {"timeout": "<patience>", "call": {"follow_redirects": true}, "bulkhead": {"max_concurrent": 1}}""")) {
            assertThat(bench.failure(ASK).code()).isEqualTo(fault.outcome());
            assertThat(bench.failure(ASK).code()).isEqualTo(fault.outcome());
        }
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

    @ParameterizedTest
    @MethodSource("ills")
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

    @ParameterizedTest
    @MethodSource("refusals")
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
