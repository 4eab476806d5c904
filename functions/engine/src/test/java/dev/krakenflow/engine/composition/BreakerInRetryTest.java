package dev.krakenflow.engine.composition;

import static dev.krakenflow.engine.testing.EngineBench.completed;
import static dev.krakenflow.engine.testing.EngineBench.event;
import static dev.krakenflow.engine.testing.EngineBench.failed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.krakenflow.engine.Outcome;
import dev.krakenflow.engine.RunOptions;
import dev.krakenflow.engine.testing.EngineBench;
import dev.krakenflow.engine.testing.ScriptedFailures;
import dev.krakenflow.engine.testing.ScriptedPlan;
import dev.krakenflow.failure.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A circuit breaker, and who calls more than once: a retry, a loop, a map, a list. */
class BreakerInRetryTest {
    private static final String OPENS_AFTER_TWO = "circuit_breaker: {request_volume_threshold: 2, delay: 'PT1S'}";
    private static final Map<String, Object> OK = event("{v: 1}");

    private final EngineBench bench = new EngineBench();

    @BeforeEach
    void repeatable() {
        bench.clients.repeatable().fails("f", ScriptedFailures.http(503));
    }

    @AfterEach
    void nothingIsLeft() {
        bench.assertNothingIsLeft();
    }

    private static ScriptedPlan plan(String function) {
        return ScriptedPlan.of("{service: 's.f', transform: {r: '{% v %}'}}").service(function);
    }

    private Failure failure() {
        return failed(bench.outcomes.getLast());
    }

    @Test
    void everyAttemptCountsAndAnOpenCircuitEndsThem() {
        bench.start(plan("{retry: {max_attempts: 9}, " + OPENS_AFTER_TWO + "}"), "{}");
        bench.pass(10_000);
        assertThat(failure().code()).isEqualTo("circuit-open");
        assertThat(bench.clients.called).hasSize(2);
        assertThat(failure().attempts()).isEqualTo(2);
    }

    @Test
    void notEvenARetryOnEverythingWaitsForAnOpenCircuit() {
        bench.start(plan("{retry: {on: ['*', 'circuit-open'], max_attempts: 9}, " + OPENS_AFTER_TWO + "}"), "{}");
        bench.pass(10_000);
        assertThat(failure().code()).isEqualTo("circuit-open");
        assertThat(bench.clients.called).hasSize(2);
    }

    @Test
    void aPauseThatIsLongerThanTheCircuitIsOpenFindsItHalfOpen() {
        bench.clients.does("f", ScriptedFailures.then(OK, ScriptedFailures.http(503), ScriptedFailures.http(503)));
        bench.start(plan("{retry: {delay: 'PT1.1S', max_delay: 'PT1.1S'}, " + OPENS_AFTER_TWO + "}"), "{}");
        bench.pass(2_200);
        assertThat(completed(bench.outcomes.get(0))).isEqualTo(event("{r: 1}"));
        bench.clients.answers("f", OK);
        assertThat(bench.result(plan("{" + OPENS_AFTER_TWO + "}"), "{}")).isEqualTo(event("{r: 1}"));
    }

    @Test
    void anAttemptThatTimesOutCounts() {
        bench.clients.hangs("f");
        bench.start(plan("{timeout: 'PT0.1S', retry: {max_attempts: 2}, " + OPENS_AFTER_TWO + "}"), "{}");
        bench.pass(1_000);
        assertThat(failure().code()).isEqualTo("timeout");
        assertThat(bench.failure(plan("{" + OPENS_AFTER_TWO + "}"), "{}").code())
                .isEqualTo("circuit-open");
    }

    @Test
    void whatIsCaughtAndWhatTheErrorSectionReplacesCountsAllTheSame() {
        String caught = "{service: 's.f', catch: [{transform: {c: '{% $error.code %}'}}]}";
        ScriptedPlan plan = ScriptedPlan.of(caught).service("{" + OPENS_AFTER_TWO + "}");
        assertThat(bench.result(plan, "{}")).isEqualTo(event("{c: 'http.503'}"));
        bench.result(plan, "{}");
        assertThat(bench.result(plan, "{}")).isEqualTo(event("{c: 'circuit-open'}"));
        assertThat(bench.result(plan("{error: {v: 2}, " + OPENS_AFTER_TWO + "}"), "{}"))
                .isEqualTo(event("{r: 2}"));
        assertThat(bench.clients.called).hasSize(2);
    }

    @Test
    void itemsThatBeginBehindTheOnesThatOpenItAreNotCalled() {
        ScriptedPlan plan = ScriptedPlan.of(
                        "{type: 'map', mode: 'settled', items: [1, 2, 3, 4], concurrency_limit: 1, components:"
                                + " {service: 's.f'}, transform: {e: '{% errors.problem.code %}'}}")
                .service("{" + OPENS_AFTER_TWO + "}");
        assertThat(bench.result(plan, "{}"))
                .isEqualTo(event("{e: ['http.503', 'http.503', 'circuit-open', 'circuit-open']}"));
        assertThat(bench.clients.called).hasSize(2);
    }

    @Test
    void branchesThatAreCancelledDoNotCount() {
        bench.clients.hangs("f");
        ScriptedPlan race = ScriptedPlan.of(
                        "{type: 'parallel', mode: 'any', branches: {a: {service: 's.f'}, b: {service: 's.f'}, c: {}}}")
                .service("{" + OPENS_AFTER_TWO + "}");
        for (int i = 0; i < 5; i++) {
            bench.result(race, "{}");
        }
        assertThat(bench.clients.cancelled).isEqualTo(10);
        bench.clients.answers("f", OK);
        assertThat(bench.result(plan("{" + OPENS_AFTER_TWO + "}"), "{}")).isEqualTo(event("{r: 1}"));
    }

    @Test
    void aLosingBranchThatProbesTheServiceLetsAnotherProbeIt() {
        ScriptedPlan plan = plan("{" + OPENS_AFTER_TWO + "}");
        bench.run(plan, "{}");
        bench.run(plan, "{}");
        bench.pass(1_001);
        bench.clients.hangs("f");
        ScriptedPlan race = ScriptedPlan.of("{type: 'parallel', mode: 'any', branches: {a: {service: 's.f'}, c: {}}}")
                .service("{" + OPENS_AFTER_TWO + "}");
        bench.result(race, "{}");
        assertThat(bench.clients.cancelled).isEqualTo(1);
        bench.clients.answers("f", OK);
        assertThat(bench.result(plan, "{}")).isEqualTo(event("{r: 1}"));
        assertThat(bench.result(plan, "{}")).isEqualTo(event("{r: 1}"));
    }

    @Test
    void aLoopThatGoesBackOnFailuresEndsWithTheCircuit() {
        ScriptedPlan plan = ScriptedPlan.of(
                        "{name: 'again', type: 'goto-point'}",
                        "{service: 's.f', catch: [{errors: ['http.5xx'], goto: 0}]}")
                .service("{" + OPENS_AFTER_TWO + "}");
        assertThat(bench.failure(plan, "{}").code()).isEqualTo("circuit-open");
        assertThat(bench.clients.called).hasSize(2);
    }

    @Test
    void eventsOfAListHaveTheSame() {
        List<Object> results = new ArrayList<>();
        bench.load(plan("{" + OPENS_AFTER_TWO + "}").concurrency(1))
                .call(List.of(Map.of(), Map.of(), Map.of()), RunOptions.NONE)
                .subscribe()
                .with(all -> all.forEach(it -> results.addAll(EngineBench.results(it))));
        assertThat(results).containsExactly("http.503", "http.503", "circuit-open");
    }

    @Test
    void aCallThatOnErrorMakesCountsToo() {
        ScriptedPlan plan = plan("{" + OPENS_AFTER_TWO + "}").onError("{name: 'again', service: 's.f'}");
        assertThat(bench.failure(plan, "{}").place().component()).isEqualTo("again");
        Outcome last = bench.run(plan, "{}");
        assertThat(failed(last).code()).isEqualTo("circuit-open");
        assertThat(bench.clients.called).hasSize(2);
    }

    @Test
    void undoingWhileItIsOpenFailsAndTellsSo() {
        ScriptedPlan plan = ScriptedPlan.of(
                        "{name: 'a', compensate: {service: 's.f'}}",
                        "{name: 'b', compensate: {service: 's.f'}}",
                        "{name: 'c', compensate: {service: 's.f'}}",
                        "{type: 'raise', error: {type: 'no'}}")
                .service("{" + OPENS_AFTER_TWO + "}");
        assertThat(bench.failure(plan, "{}").members())
                .isEqualTo(Map.of("compensation_failed", List.of("c", "b", "a")));
        assertThat(bench.log.inCompensation)
                .extracting(Failure::code)
                .containsExactly("http.503", "http.503", "circuit-open");
        assertThat(bench.clients.called).hasSize(2);
    }
}
