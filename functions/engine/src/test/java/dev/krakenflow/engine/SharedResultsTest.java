package dev.krakenflow.engine;

import static dev.krakenflow.engine.testing.EngineBench.event;
import static org.assertj.core.api.Assertions.assertThat;

import dev.krakenflow.engine.testing.EngineBench;
import dev.krakenflow.engine.testing.ScriptedFailures;
import dev.krakenflow.engine.testing.ScriptedPlan;
import io.smallrye.mutiny.Uni;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SharedResultsTest {
    private final EngineBench bench = new EngineBench();
    private final ScriptedPlan plan = ScriptedPlan.of("{service: 's.f', transform: {r: '{% $ %}'}}")
            .service("{cache: {scope: 'shared', ttl: 'PT1M', stale_if_error: 'PT9M'}}");
    private int calls;

    @BeforeEach
    void count() {
        bench.clients.does("f", args -> Uni.createFrom().item(event("{n: " + ++calls + "}")));
    }

    private Object result() {
        return bench.result(plan, "{}").get("r");
    }

    private void replaceKept(String text) {
        bench.cache.values.replaceAll((key, value) -> text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void keepsResultsInTheStore() {
        assertThat(result()).isEqualTo(event("{n: 1}"));
        bench.scheduler.pass(Duration.ofSeconds(59));
        assertThat(result()).isEqualTo(event("{n: 1}"));
        bench.scheduler.pass(Duration.ofSeconds(1));
        assertThat(result()).isEqualTo(event("{n: 2}"));
        assertThat(bench.cache.values.keySet()).singleElement().asString().matches("[0-9a-f]{64}");
        assertThat(bench.cache.times).containsExactly(Duration.ofMinutes(10), Duration.ofMinutes(10));
    }

    @Test
    void answersWhatAnotherProcessKept() {
        result();
        EngineBench other = new EngineBench();
        other.cache.values.putAll(bench.cache.values);
        other.clients.hangs("f");
        assertThat(other.result(plan, "{}")).containsEntry("r", event("{n: 1}"));
    }

    @Test
    void keepsNothingInTheProcess() {
        result();
        bench.cache.values.clear();
        assertThat(result()).isEqualTo(event("{n: 2}"));
    }

    @Test
    void makesTheCallWhileTheStoreIsAway() {
        bench.cache.isAway(true);
        assertThat(result()).isEqualTo(event("{n: 1}"));
        assertThat(result()).isEqualTo(event("{n: 2}"));
        bench.cache.isAway(false);
        assertThat(result()).isEqualTo(event("{n: 3}"));
        assertThat(result()).isEqualTo(event("{n: 3}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no json",
                "5",
                "{}",
                "{\"fresh_until\": \"soon\", \"value\": {}}",
                "{\"fresh_until\": 99999999999999999999, \"value\": {}}",
                "{\"fresh_until\": 4000000000000, \"value\": 5}"
            })
    void makesTheCallWhenWhatIsKeptIsBroken(String broken) {
        result();
        replaceKept(broken);
        assertThat(result()).isEqualTo(event("{n: 2}"));
    }

    @Test
    void trustsNoResultForLongerThanItsOwnTime() {
        result();
        replaceKept("{\"fresh_until\": 4000000000000, \"value\": {\"n\": 7}}");
        assertThat(result()).isEqualTo(event("{n: 7}"));
        bench.clients.fails("f", ScriptedFailures.http(500));
        replaceKept("{\"fresh_until\": 0, \"value\": {\"n\": 7}}");
        assertThat(bench.failure(plan, "{}").code()).isEqualTo("http.500");
    }

    @Test
    void answersAStaleResultWhenTheServiceFails() {
        result();
        bench.scheduler.pass(Duration.ofMinutes(9));
        bench.clients.fails("f", ScriptedFailures.http(500));
        assertThat(result()).isEqualTo(event("{n: 1}"));
    }

    @Test
    void asksTheStoreOnceForAllWhoAskAtTheSameMomentAndNoLongerThanThereIsTime() {
        bench.cache.first = Uni.createFrom().nothing();
        bench.start(plan, "{}");
        bench.start(plan, "{}");
        assertThat(bench.cache.asked).isEqualTo(1);
        bench.scheduler.pass(Duration.ofMinutes(1));
        assertThat(EngineBench.results(bench.outcomes)).containsExactly("budget-exhausted", "budget-exhausted");
        assertThat(calls).isZero();
    }
}
