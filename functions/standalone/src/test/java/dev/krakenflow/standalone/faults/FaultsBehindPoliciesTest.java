package dev.krakenflow.standalone.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.krakenflow.client.http.testing.faults.Fault;
import dev.krakenflow.engine.Outcome;
import dev.krakenflow.failure.Failure;
import dev.krakenflow.standalone.faults.testing.EachFault;
import dev.krakenflow.standalone.faults.testing.EachIll;
import dev.krakenflow.standalone.faults.testing.EachRefusal;
import dev.krakenflow.standalone.faults.testing.FaultBench;
import io.vertx.core.Vertx;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;

/** What stands around a call that breaks. */
final class FaultsBehindPoliciesTest {
    private static final Vertx VERTX = Vertx.vertx();
    private static final String BREAKER = """
            {"timeout": "<patience>", "call": {"follow_redirects": true},
             "circuit_breaker": {"failure_ratio": 1, "request_volume_threshold": 2, "delay": "1m"}}""";
    private static final String CACHE = """
            {"timeout": "<patience>", "call": {"follow_redirects": true}, "transform": {"key": "{% body.key %}"},
             "cache": {"ttl": "1ms", "stale_if_error": "1m"}}""";
    private static final String ASK = """
            {"name": "orders", "components": [
              {"type": "stage", "service": {"name": "faulty", "function": "ask"}, "prepare": {"path": "/it/<fault>"}}]}""";
    private static final String ASK_FOR_WHAT_WAS_WELL = """
            {"name": "orders", "components": [
              {"type": "stage", "service": {"name": "faulty", "function": "ask"},
               "prepare": {"path": "/it/well/<fault>"}, "transform": {"key": "{% key %}"}}]}""";

    @AfterAll
    static void close() {
        VERTX.close().toCompletionStage().toCompletableFuture().join();
    }

    @EachIll
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

    @EachRefusal
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

    @EachIll
    void leaveTheStaleResult(Fault fault) {
        try (FaultBench bench = new FaultBench(VERTX, fault, CACHE)) {
            while (bench.traffic("it").requests() < 2) {
                // The first result is fresh for a millisecond.
                assertThat(bench.event(ASK_FOR_WHAT_WAS_WELL)).isEqualTo(Map.of("key", "it"));
            }
            bench.assertBothConnectionsAreFree();
        }
    }

    @EachRefusal
    void hideTheStaleResult(Fault fault) {
        try (FaultBench bench = new FaultBench(VERTX, fault, CACHE)) {
            Outcome outcome = bench.outcome(ASK_FOR_WHAT_WAS_WELL);
            while (bench.traffic("it").requests() < 2) {
                outcome = bench.outcome(ASK_FOR_WHAT_WAS_WELL);
            }
            assertThat(outcome)
                    .isInstanceOfSatisfying(
                            Outcome.Failed.class,
                            failed -> assertThat(failed.failure().code()).isEqualTo(fault.outcome()));
        }
    }

    @EachFault
    void meetAllWhoShareTheCall(Fault fault) {
        try (FaultBench bench = new FaultBench(VERTX, fault, CACHE)) {
            Map<String, Object> event = bench.event("""
                    {"name": "orders", "components": [
                      {"type": "map", "mode": "settled", "items": [1, 2, 3, 4, 5, 6, 7, 8, 9], "components": [
                         {"type": "stage", "service": {"name": "faulty", "function": "ask"},
                          "prepare": {"path": "/it/<fault>"}}],
                       "transform": {"codes": "{% $distinct(errors.problem.code) %}", "count": "{% $count(errors) %}"}}]}""");
            assertThat(event).isEqualTo(Map.of("codes", fault.outcome(), "count", 9));
            bench.assertBothConnectionsAreFree();
        }
    }
}
