package dev.krakenflow.standalone.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.krakenflow.client.http.testing.faults.Fault;
import dev.krakenflow.client.http.testing.faults.Faults;
import dev.krakenflow.failure.Failure;
import dev.krakenflow.standalone.faults.testing.EachFault;
import dev.krakenflow.standalone.faults.testing.EachWait;
import dev.krakenflow.standalone.faults.testing.FaultBench;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One call after another. */
final class FaultsInStagesTest {
    private static final Vertx VERTX = Vertx.vertx();

    @AfterAll
    static void close() {
        VERTX.close().toCompletionStage().toCompletableFuture().join();
    }

    /** Answers that only look wrong, and those behind which the connection ends without a word. */
    static List<Fault> whole() {
        return Stream.concat(Faults.harmless().stream(), Faults.partings().stream())
                .toList();
    }

    @EachFault
    void failTheEvent(Fault fault) throws InterruptedException {
        try (FaultBench bench = new FaultBench(VERTX, fault)) {
            Failure failure = bench.failure("""
                    {"name": "orders", "components": [
                      {"type": "stage", "service": {"name": "faulty", "function": "ask"},
                       "prepare": {"path": "/it/<fault>"}}]}""");
            assertThat(failure.code()).isEqualTo(fault.outcome());
            assertThat(failure.attempts()).isEqualTo(1);
            bench.traffic("it").awaitQuiet();
            bench.assertBothConnectionsAreFree();
        }
    }

    @EachFault
    void areReplacedByTheErrorOfTheFunction(Fault fault) {
        try (FaultBench bench = new FaultBench(VERTX, fault, """
                {"timeout": "<patience>", "call": {"follow_redirects": true},
                 "error": {"instead": "{% $error.code %}"}}""")) {
            Map<String, Object> event = bench.event("""
                    {"name": "orders", "components": [
                      {"type": "stage", "service": {"name": "faulty", "function": "ask"},
                       "prepare": {"path": "/it/<fault>"}, "transform": {"instead": "{% instead %}"}}]}""");
            assertThat(event).isEqualTo(Map.of("instead", fault.outcome()));
            bench.assertBothConnectionsAreFree();
        }
    }

    @EachFault
    void areCaught(Fault fault) {
        try (FaultBench bench = new FaultBench(VERTX, fault)) {
            Map<String, Object> event = bench.event("""
                    {"name": "orders", "components": [
                      {"type": "stage", "service": {"name": "faulty", "function": "ask"},
                       "prepare": {"path": "/it/<fault>"},
                       "catch": [{"errors": ["<code>"], "transform": {"caught": "{% $error.code %}"}}]}]}""");
            assertThat(event).isEqualTo(Map.of("caught", fault.outcome()));
            bench.assertBothConnectionsAreFree();
        }
    }

    @EachFault
    void areSurvivedByARetry(Fault fault) {
        try (FaultBench bench = new FaultBench(VERTX, fault)) {
            Map<String, Object> event = bench.event("""
                    {"name": "orders", "components": [
                      {"type": "stage", "service": {"name": "faulty", "function": "ask"},
                       "prepare": {"path": "/it/<fault>/<fault>/well"}, "transform": {"key": "{% key %}"},
                       "retry": {"on": ["<code>"], "max_attempts": 9, "delay": "1ms"}}]}""");
            assertThat(event).isEqualTo(Map.of("key", "it"));
            assertThat(bench.traffic("it").requests()).isGreaterThanOrEqualTo(3);
            bench.assertBothConnectionsAreFree();
        }
    }

    @EachFault
    void useUpAllAttempts(Fault fault) throws InterruptedException {
        try (FaultBench bench = new FaultBench(VERTX, fault)) {
            Failure failure = bench.failure("""
                    {"name": "orders", "components": [
                      {"type": "stage", "service": {"name": "faulty", "function": "ask"},
                       "prepare": {"path": "/it/<fault>"},
                       "retry": {"on": ["*"], "max_attempts": 2, "delay": "1ms"}}]}""");
            assertThat(failure.code()).isEqualTo(fault.outcome());
            assertThat(failure.attempts()).isEqualTo(2);
            bench.traffic("it").awaitQuiet();
            bench.assertBothConnectionsAreFree();
        }
    }

    @EachWait
    void endWithTheTimeOfTheStage(Fault fault) throws InterruptedException {
        try (FaultBench bench = new FaultBench(VERTX, fault, "{}")) {
            Failure failure = bench.failure("""
                    {"name": "orders", "components": [
                      {"type": "stage", "name": "find", "timeout": "100ms", "service": {"name": "faulty", "function": "ask"},
                       "prepare": {"path": "/it/<fault>"}, "retry": {"max_attempts": 9}}]}""");
            assertThat(failure.code()).isEqualTo("timeout");
            assertThat(failure.place().component()).isEqualTo("find");
            bench.traffic("it").awaitQuiet();
            assertThat(bench.traffic("it").resets())
                    .isEqualTo(bench.traffic("it").requests());
            bench.assertBothConnectionsAreFree();
        }
    }

    @EachWait
    void endWithTheBudget(Fault fault) throws InterruptedException {
        try (FaultBench bench = new FaultBench(VERTX, fault, "{}")) {
            Failure failure = bench.failure("""
                    {"name": "orders", "timeout": "100ms", "components": [
                      {"type": "stage", "service": {"name": "faulty", "function": "ask"},
                       "prepare": {"path": "/it/<fault>"},
                       "catch": [{"errors": ["*"], "transform": {}}]}]}""");
            assertThat(failure.code()).isEqualTo("budget-exhausted");
            bench.traffic("it").awaitQuiet();
            assertThat(bench.traffic("it").resets())
                    .isEqualTo(bench.traffic("it").requests());
            bench.assertBothConnectionsAreFree();
        }
    }

    @ParameterizedTest
    @MethodSource("whole")
    void areNoneWhereTheAnswerIsWhole(Fault answer) {
        try (FaultBench bench = new FaultBench(VERTX, answer)) {
            Map<String, Object> event = bench.event("""
                    {"name": "orders",
                     "policies": {"patient": {"delay": "1ms"}},
                     "components": [
                       {"type": "stage", "service": {"name": "faulty", "function": "ask"}, "retry": "patient",
                        "prepare": {"path": "/one/<fault>"}, "transform": {"one": "{% key %}"}},
                       {"type": "stage", "service": {"name": "faulty", "function": "ask"}, "retry": "patient",
                        "prepare": {"path": "/two/<fault>"}, "transform": {"two": "{% key %}"}}]}""");
            assertThat(event).isEqualTo(Map.of("one", "one", "two", "two"));
        }
    }
}
