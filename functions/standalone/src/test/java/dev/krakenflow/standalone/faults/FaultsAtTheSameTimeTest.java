package dev.krakenflow.standalone.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.krakenflow.client.http.testing.faults.Fault;
import dev.krakenflow.client.http.testing.faults.Faults;
import dev.krakenflow.engine.Outcome;
import dev.krakenflow.standalone.faults.testing.FaultBench;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** All faults together, over connections that all calls share. */
final class FaultsAtTheSameTimeTest {
    private static final Vertx VERTX = Vertx.vertx();
    private static final int ROUNDS = 5;

    @AfterAll
    static void close() {
        VERTX.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void leaveEveryCallItsOwnOutcome() {
        List<Map<String, Object>> items = items();
        try (FaultBench bench = new FaultBench(VERTX, Faults.named("well"))) {
            Outcome outcome = bench.outcome("""
                    {"name": "orders", "components": [
                      {"type": "map", "items": "{% items %}", "components": [
                         {"type": "stage", "service": {"name": "faulty", "function": "ask"},
                          "prepare": {"path": "{% '/' & item.key & '/' & item.fault %}"},
                          "transform": {"came": "{% key %}"},
                          "catch": [{"errors": ["*"], "transform": {"came": "{% $error.code %}"}}]}],
                       "transform": {"came": "{% results.came %}"}}]}""", Map.of("items", items));
            List<Object> expected =
                    items.stream().map(item -> item.get("outcome")).toList();
            assertThat(outcome)
                    .isInstanceOfSatisfying(
                            Outcome.Completed.class,
                            completed ->
                                    assertThat(completed.event().get("came")).isEqualTo(expected));
            bench.assertBothConnectionsAreFree();
        }
    }

    /** Faults, and answers that say whose they are, in an order that is the same in each run of the test. */
    private static List<Map<String, Object>> items() {
        List<Map<String, Object>> items = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
            for (Fault fault : Faults.ends()) {
                String key = "k" + items.size();
                items.add(Map.of("key", key, "fault", fault.name(), "outcome", fault.outcome()));
            }
            for (Fault answer : Faults.harmless()) {
                String key = "k" + items.size();
                items.add(Map.of("key", key, "fault", answer.name(), "outcome", key));
            }
        }
        Collections.shuffle(items, new Random(1));
        return items;
    }
}
