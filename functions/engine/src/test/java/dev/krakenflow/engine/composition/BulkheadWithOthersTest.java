package dev.krakenflow.engine.composition;

import static dev.krakenflow.engine.testing.EngineBench.event;
import static dev.krakenflow.engine.testing.EngineBench.failed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.krakenflow.engine.RunOptions;
import dev.krakenflow.engine.testing.EngineBench;
import dev.krakenflow.engine.testing.ScriptedFailures;
import dev.krakenflow.engine.testing.ScriptedPlan;
import io.smallrye.mutiny.subscription.Cancellable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Places for calls, and a queue for them, with what limits and repeats calls around and inside. */
class BulkheadWithOthersTest {
    private static final Map<String, Object> OK = event("{v: 1}");
    private static final String ONE = "bulkhead: {max_concurrent: 1}";
    private static final String ONE_AND_QUEUE = "bulkhead: {max_concurrent: 1, queue: 9}";

    private final EngineBench bench = new EngineBench();

    @BeforeEach
    void takesSomeTime() {
        bench.clients.repeatable().does("f", bench.after(100, OK));
    }

    @AfterEach
    void nothingIsLeftAndThereIsAPlace() {
        bench.clients.answers("f", OK);
        bench.pass(10_000);
        assertThat(bench.result(plan("{" + ONE + "}"), "{}")).isEqualTo(event("{r: 1}"));
        bench.pass(60_000);
        assertThat(bench.result(plan("{" + ONE_AND_QUEUE + "}"), "{}")).isEqualTo(event("{r: 1}"));
        bench.assertNothingIsLeft();
    }

    private static ScriptedPlan plan(String function) {
        return ScriptedPlan.of("{service: 's.f', transform: {r: '{% v %}'}}").service(function);
    }

    private List<Object> results() {
        return EngineBench.results(bench.outcomes);
    }

    @Test
    void aCallForWhichThereIsNoPlaceIsNoFailureOfTheService() {
        String breaker = ", circuit_breaker: {request_volume_threshold: 1}";
        bench.start(plan("{" + ONE + breaker + "}"), "{}");
        bench.start(plan("{" + ONE + breaker + "}"), "{}");
        assertThat(results()).containsExactly("bulkhead-full");
        bench.pass(100);
        bench.start(plan("{" + ONE + breaker + "}"), "{}");
        bench.pass(100);
        assertThat(results()).containsExactly("bulkhead-full", event("{r: 1}"), event("{r: 1}"));
    }

    @Test
    void aCallThatMayProbeAServiceButFindsNoPlaceLetsAnotherProbeIt() {
        String breaker = ", circuit_breaker: {request_volume_threshold: 1, delay: 'PT1S'}";
        ScriptedPlan guarded = plan("{" + ONE + breaker + "}");
        bench.clients.fails("f", ScriptedFailures.http(500));
        bench.run(guarded, "{}");
        bench.pass(1_001);
        bench.clients.does("f", bench.after(100, OK));
        bench.outcomes.clear();
        bench.start(plan("{" + ONE + "}"), "{}");
        bench.start(guarded, "{}");
        assertThat(results()).containsExactly("bulkhead-full");
        bench.pass(100);
        bench.start(guarded, "{}");
        bench.pass(100);
        assertThat(results()).endsWith(event("{r: 1}"));
    }

    @Test
    void aCallBeyondTheRateTakesNoPlace() {
        ScriptedPlan plan = plan("{" + ONE_AND_QUEUE + ", rate_limit: {limit: 1, window: 'PT10S'}}");
        bench.start(plan, "{}");
        bench.start(plan, "{}");
        assertThat(results()).containsExactly("rate-limited");
        bench.pass(100);
        assertThat(results()).containsExactly("rate-limited", event("{r: 1}"));
    }

    @Test
    void theQueueIsNotInTheTimeOfAnAttemptButInThatOfTheStage() {
        ScriptedPlan stage = ScriptedPlan.of("{service: 's.f', timeout: 'PT0.25S', transform: {r: '{% v %}'}}")
                .service("{timeout: 'PT0.12S', " + ONE_AND_QUEUE + "}");
        for (int i = 0; i < 4; i++) {
            bench.start(stage, "{}");
        }
        bench.pass(250);
        assertThat(results()).containsExactly(event("{r: 1}"), event("{r: 1}"), "timeout", "timeout");
        assertThat(bench.outcomes.subList(2, 4))
                .extracting(it -> failed(it).attempts())
                .containsExactlyInAnyOrder(0, 1);
    }

    @Test
    void theQueueEndsWithTheBudget() {
        bench.clients.hangs("f");
        ScriptedPlan plan = plan("{" + ONE_AND_QUEUE + "}").timeout(Duration.ofSeconds(1));
        bench.start(plan, "{}");
        bench.start(plan, "{}");
        bench.pass(1_000);
        assertThat(results()).containsExactly("budget-exhausted", "budget-exhausted");
        assertThat(bench.clients.called).hasSize(1);
    }

    @Test
    void aPlaceIsNotHeldInThePauseOfARetry() {
        bench.clients.does("f", ScriptedFailures.then(OK, ScriptedFailures.http(503)));
        ScriptedPlan plan = plan("{" + ONE + ", retry: {delay: 'PT1S'}}");
        bench.start(plan, "{}");
        bench.start(plan, "{}");
        assertThat(results()).containsExactly(event("{r: 1}"));
        bench.pass(1_000);
        assertThat(results()).containsExactly(event("{r: 1}"), event("{r: 1}"));
    }

    @Test
    void aMapOfMoreItemsThanPlacesGoesThroughTheQueue() {
        ScriptedPlan plan = ScriptedPlan.of("{type: 'map', items: [1, 2, 3, 4], components: {service: 's.f'},"
                        + " transform: {n: '{% $count(results) %}'}}")
                .service("{bulkhead: {max_concurrent: 2, queue: 2}}");
        bench.start(plan, "{}");
        assertThat(bench.clients.underWay).isEqualTo(2);
        bench.pass(200);
        assertThat(results()).containsExactly(event("{n: 4}"));
    }

    @Test
    void aMapWithoutAQueueFailsAtTheFirstItemForWhichThereIsNoPlace() {
        ScriptedPlan plan = ScriptedPlan.of("{type: 'map', items: [1, 2, 3, 4], components: {service: 's.f'}}")
                .service("{bulkhead: {max_concurrent: 2}}");
        bench.start(plan, "{}");
        assertThat(results()).containsExactly("bulkhead-full");
        assertThat(bench.clients.cancelled).isEqualTo(2);
    }

    @Test
    void itemsThatAreCancelledLeaveTheQueueToOthers() {
        ScriptedPlan map = ScriptedPlan.of("{type: 'map', items: [1, 2, 3], timeout: 'PT0.05S', components:"
                        + " {service: 's.f'}, catch: [{transform: {c: '{% $error.code %}'}}]}")
                .service("{" + ONE_AND_QUEUE + "}");
        bench.start(map, "{}");
        bench.start(plan("{" + ONE_AND_QUEUE + "}"), "{}");
        bench.pass(50);
        assertThat(results()).containsExactly(event("{c: 'timeout'}"));
        bench.pass(100);
        assertThat(results()).endsWith(event("{r: 1}"));
        assertThat(bench.clients.called).hasSize(2);
    }

    @Test
    void aLoserOfARaceGivesItsPlaceToTheNext() {
        bench.clients.hangs("f");
        ScriptedPlan race = ScriptedPlan.of(
                        "{type: 'parallel', mode: 'any', branches: {a: {service: 's.f'}, b: {service: 's.f'},"
                                + " c: {transform: {won: 1}}}}")
                .service("{" + ONE_AND_QUEUE + "}");
        bench.start(race, "{}");
        assertThat(results()).containsExactly(event("{won: 1}"));
        bench.pass(60_000);
        assertThat(bench.clients.called).hasSize(1);
    }

    @Test
    void undoingWaitsForAPlace() {
        ScriptedPlan plan = ScriptedPlan.of(
                        "{name: 'a', compensate: {service: 's.f'}}", "{type: 'raise', error: {type: 'no'}}")
                .service("{" + ONE_AND_QUEUE + "}");
        bench.start(plan("{" + ONE_AND_QUEUE + "}"), "{}");
        bench.start(plan, "{}");
        bench.pass(200);
        assertThat(failed(bench.outcomes.get(1)).members()).isEqualTo(Map.of("compensated", List.of("a")));
    }

    @Test
    void theCallOfARunThatIsCancelledIsUndoneInThePlaceThatItGivesBack() {
        ScriptedPlan plan = ScriptedPlan.of("{name: 'a', service: 's.f', compensate: {service: 's.f'}}")
                .service("{" + ONE + "}");
        Cancellable run = bench.start(plan, "{}");
        run.cancel();
        bench.pass(100);
        assertThat(bench.clients.called).hasSize(2);
        assertThat(bench.log.inCompensation).isEmpty();
    }

    @Test
    void anEventThatWaitsKeepsItsPlaceInTheList() {
        List<Object> results = new ArrayList<>();
        bench.load(plan("{" + ONE_AND_QUEUE + "}").concurrency(3))
                .call(List.of(Map.of(), Map.of(), Map.of(), Map.of()), RunOptions.NONE)
                .subscribe()
                .with(all -> all.forEach(it -> results.addAll(EngineBench.results(it))));
        bench.pass(399);
        assertThat(results).isEmpty();
        bench.pass(1);
        assertThat(results).hasSize(4).containsOnly(event("{r: 1}"));
    }
}
