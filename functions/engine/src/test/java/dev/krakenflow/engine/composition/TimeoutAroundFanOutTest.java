package dev.krakenflow.engine.composition;

import static dev.krakenflow.engine.testing.EngineBench.event;
import static org.assertj.core.api.Assertions.assertThat;

import dev.krakenflow.engine.Outcome;
import dev.krakenflow.engine.testing.EngineBench;
import dev.krakenflow.engine.testing.ScriptedAnswers;
import dev.krakenflow.engine.testing.ScriptedPlan;
import dev.krakenflow.failure.Failure;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose time is over, and who fails then. */
class TimeoutAroundFanOutTest {
    private static final String CALL = "{name: 'call', service: 's.f'%s}";

    private final EngineBench bench = new EngineBench();
    private final ScriptedAnswers answers = new ScriptedAnswers();

    @BeforeEach
    void waitForAnswers() {
        bench.clients.does("f", answers::wait);
    }

    private static ScriptedPlan parallel(String call, String more) {
        return ScriptedPlan.of("{type: 'parallel', name: 'p', branches: {a: [" + CALL.formatted(call)
                        + "], b: [{transform: {y: 1}}]}, transform: {r: '{% $ %}'}" + more + "}")
                .service("{}");
    }

    private Failure failure() {
        assertThat(bench.outcomes).hasSize(1);
        return EngineBench.failed(bench.outcomes.get(0));
    }

    private void assertIsTheTimeoutOf(String component, String detail) {
        Failure failure = failure();
        assertThat(failure.code()).isEqualTo("timeout");
        assertThat(failure.detail()).isEqualTo(detail);
        assertThat(failure.place().component()).isEqualTo(component);
        assertThat(failure.place().step()).isNull();
        assertThat(failure.place().service()).isNull();
        assertThat(failure.attempts()).isZero();
        assertThat(bench.clients.cancelled).isEqualTo(1);
        assertThat(bench.scheduler.timers()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"all", "settled"})
    void itsOwnTimeoutIsItsOwnFailureInEveryMode(String mode) {
        bench.start(parallel("", ", timeout: 'PT2S', mode: '" + mode + "'"), "{}");
        bench.scheduler.pass(Duration.ofMillis(1999));
        assertThat(bench.outcomes).isEmpty();
        bench.scheduler.pass(Duration.ofMillis(1));
        assertIsTheTimeoutOf("p", "the parallel was not done within 2000 ms");
    }

    @Test
    void itsOwnTimeoutIsItsOwnFailureWhenNoBranchHasWon() {
        ScriptedPlan plan = ScriptedPlan.of(
                        "{type: 'parallel', name: 'p', mode: 'any', timeout: 'PT2S', branches: {a: ["
                                + CALL.formatted("") + "], b: [{type: 'dead-end'}]}}")
                .service("{}");
        bench.start(plan, "{}");
        bench.scheduler.pass(Duration.ofSeconds(2));
        assertIsTheTimeoutOf("p", "the parallel was not done within 2000 ms");
    }

    @Test
    void theTimeoutOfAMapIsForAllItsItems() {
        ScriptedPlan plan = ScriptedPlan.of(
                        "{type: 'map', name: 'm', items: [1, 2, 3], concurrency_limit: 1, mode: 'settled', timeout: 'PT5S', components: ["
                                + CALL.formatted("") + "]}")
                .service("{}");
        bench.start(plan, "{}");
        bench.scheduler.pass(Duration.ofSeconds(4));
        answers.waiting.get(0).complete(Map.of());
        bench.scheduler.pass(Duration.ofSeconds(1));
        assertIsTheTimeoutOf("m", "the map was not done within 5000 ms");
        assertThat(bench.clients.calls).hasSize(2);
    }

    @Test
    void aTimeoutInsideIsAnOrdinaryFailureOfItsBranch() {
        bench.start(parallel(", timeout: 'PT1S'", ", timeout: 'PT2S', mode: 'settled'"), "{}");
        bench.scheduler.pass(Duration.ofSeconds(1));
        Map<String, Object> gathered = EngineBench.object(EngineBench.completed(bench.outcomes.get(0)), "r");
        assertThat(gathered).containsEntry("b", event("{y: 1}"));
        assertThat(EngineBench.object(gathered, "errors", "a"))
                .containsEntry("code", "timeout")
                .containsEntry("component", "call")
                .containsEntry("detail", "the stage was not done within 1000 ms");
    }

    @Test
    void theTimeoutAroundEndsWhatIsInsideOfIt() {
        ScriptedPlan plan = ScriptedPlan.of(
                        "{type: 'parallel', name: 'outer', timeout: 'PT2S', mode: 'settled', branches: {a: ["
                                + "{type: 'map', name: 'inner', timeout: 'PT3S', mode: 'settled', items: [1], components: ["
                                + CALL.formatted(", timeout: 'PT4S'") + "]}]}}")
                .service("{}");
        bench.start(plan, "{}");
        bench.scheduler.pass(Duration.ofSeconds(2));
        assertIsTheTimeoutOf("outer", "the parallel was not done within 2000 ms");
    }

    @Test
    void theTimeoutInsideComesFirstWhenItIsShorter() {
        ScriptedPlan plan = ScriptedPlan.of(
                        "{type: 'parallel', name: 'outer', timeout: 'PT3S', mode: 'settled', branches: {a: ["
                                + "{type: 'map', name: 'inner', timeout: 'PT2S', mode: 'settled', items: [1], components: ["
                                + CALL.formatted(", timeout: 'PT4S'") + "]}]}, transform: {e: '{% errors.a %}'}}")
                .service("{}");
        bench.start(plan, "{}");
        bench.scheduler.pass(Duration.ofSeconds(2));
        assertThat(EngineBench.object(EngineBench.completed(bench.outcomes.get(0)), "e"))
                .containsEntry("code", "timeout")
                .containsEntry("component", "inner")
                .containsEntry("detail", "the map was not done within 2000 ms");
    }

    @ParameterizedTest
    @ValueSource(strings = {"all", "settled", "any"})
    void theBudgetEndsEveryMode(String mode) {
        ScriptedPlan plan = ScriptedPlan.of("{type: 'parallel', name: 'p', timeout: 'PT9S', mode: '" + mode
                        + "', branches: {a: [" + CALL.formatted("") + "], b: [{type: 'dead-end'}]}}")
                .service("{}")
                .timeout(Duration.ofSeconds(2));
        bench.start(plan, "{}");
        bench.scheduler.pass(Duration.ofSeconds(2));
        Failure failure = failure();
        assertThat(failure.code()).isEqualTo("budget-exhausted");
        assertThat(failure.place().component()).isEqualTo("call");
        assertThat(bench.clients.cancelled).isEqualTo(1);
    }

    @Test
    void theTimeoutEndsItemsThatWaitForNothing() {
        bench.scheduler.passPerLook(Duration.ofMillis(1));
        ScriptedPlan plan = ScriptedPlan.of(
                        "{type: 'map', name: 'm', items: [1, 2], mode: 'settled', timeout: 'PT0.1S',"
                                + " components: [{type: 'goto-point'}, {type: 'goto', to: 0}]}")
                .limits(new dev.krakenflow.plan.Limits(Duration.ofMinutes(1), 1, 10_000_000, 10_000_000, 1));
        bench.start(plan, "{}");
        bench.scheduler.runSoon();
        Failure failure = failure();
        assertThat(failure.code()).isEqualTo("timeout");
        assertThat(failure.place().component()).isEqualTo("m");
    }

    @Test
    void theTimeoutBeginsNoMoreItems() {
        bench.scheduler.passPerLook(Duration.ofMillis(1));
        List<Integer> many = java.util.stream.IntStream.range(0, 1_000).boxed().toList();
        ScriptedPlan plan = ScriptedPlan.of("{type: 'map', name: 'm', items: " + many + ", timeout: 'PT0.05S',"
                + " components: [{transform: {y: '{% item + 1 %}'}}]}");
        bench.start(plan, "{}");
        bench.scheduler.runSoon();
        assertThat(failure().place().component()).isEqualTo("m");
        assertThat(failure().code()).isEqualTo("timeout");
    }

    @Test
    void whatComesBehindHasItsOwnTime() {
        ScriptedPlan plan = ScriptedPlan.of(
                        "{type: 'map', items: [1], timeout: 'PT2S', components: [" + CALL.formatted("") + "]}",
                        "{service: 's.f'}")
                .service("{}");
        bench.start(plan, "{}");
        bench.scheduler.pass(Duration.ofSeconds(1));
        answers.waiting.get(0).complete(Map.of());
        bench.scheduler.pass(Duration.ofSeconds(5));
        answers.waiting.get(1).complete(Map.of());
        assertThat(bench.outcomes.get(0)).isInstanceOf(Outcome.Completed.class);
    }
}
