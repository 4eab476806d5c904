package dev.krakenflow.engine.composition;

import static dev.krakenflow.engine.testing.EngineBench.event;
import static org.assertj.core.api.Assertions.assertThat;

import dev.krakenflow.engine.RunOptions;
import dev.krakenflow.engine.testing.EngineBench;
import dev.krakenflow.engine.testing.ScriptedFailures;
import dev.krakenflow.engine.testing.ScriptedPlan;
import dev.krakenflow.policy.Permission;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A limit of calls in a window, of this process or of all, with what makes many calls and with what is inside of it. */
class RateLimitWithOthersTest {
    private static final String TWO = "rate_limit: {limit: 2, window: 'PT1S'}";
    private static final Map<String, Object> OK = event("{v: 1}");

    private final EngineBench bench = new EngineBench();

    @BeforeEach
    void answer() {
        bench.clients.repeatable().answers("f", OK);
    }

    @AfterEach
    void nothingIsLeft() {
        bench.assertNothingIsLeft();
    }

    private static ScriptedPlan plan(String function) {
        return ScriptedPlan.of("{service: 's.f', transform: {r: '{% v %}'}}").service(function);
    }

    private List<Object> results() {
        return EngineBench.results(bench.outcomes);
    }

    @Test
    void itemsBeyondItFailByThemselves() {
        ScriptedPlan plan = ScriptedPlan.of("{type: 'map', mode: 'settled', items: [1, 2, 3, 4], components:"
                        + " {service: 's.f'}, transform: {e: '{% errors.index %}'}}")
                .service("{" + TWO + "}");
        assertThat(bench.result(plan, "{}")).isEqualTo(event("{e: [2, 3]}"));
        assertThat(bench.clients.called).hasSize(2);
    }

    @Test
    void itemsThatRetryBecomeCallsOfLaterWindows() {
        ScriptedPlan plan = ScriptedPlan.of("{type: 'map', items: [1, 2, 3, 4], components: {service: 's.f', retry:"
                        + " {on: ['rate-limited'], delay: 'PT1S'}}, transform: {n: '{% $count(results) %}'}}")
                .service("{" + TWO + "}");
        bench.start(plan, "{}");
        bench.pass(999);
        assertThat(bench.clients.called).hasSize(2);
        bench.pass(1_001);
        assertThat(results()).containsExactly(event("{n: 4}"));
        assertThat(bench.clients.called).hasSize(4);
    }

    @Test
    void aRetryWaitsAsLongAsTheLimitSays() {
        ScriptedPlan plan = plan("{rate_limit: {limit: 1, window: 'PT4S'},"
                + " retry: {on: ['rate-limited'], delay: 'PT0.01S', max_delay: 'PT0.01S'}}");
        bench.run(plan, "{}");
        bench.outcomes.clear();
        bench.start(plan, "{}");
        bench.pass(5_000);
        assertThat(results()).containsExactly(event("{r: 1}"));
    }

    @Test
    void aRetryThatWouldWaitTooLongForTheStageFailsAtOnce() {
        ScriptedPlan plan = ScriptedPlan.of(
                        "{service: 's.f', timeout: 'PT0.5S', catch: [{transform: {c: '{%" + " $error.code %}'}}]}")
                .service("{rate_limit: {limit: 1, window: 'PT1M'}, retry: {on: ['rate-limited']}}");
        bench.run(plan, "{}");
        assertThat(bench.result(plan, "{}")).isEqualTo(event("{c: 'timeout'}"));
    }

    @Test
    void aCallThatManyWaitForCountsOnce() {
        bench.clients.does("f", bench.after(100, OK));
        ScriptedPlan plan = plan("{rate_limit: {limit: 1, window: 'PT1S'}, cache: {ttl: 'PT0.5S'}}");
        for (int i = 0; i < 3; i++) {
            bench.start(plan, "{}");
        }
        bench.pass(100);
        assertThat(results()).hasSize(3).containsOnly(event("{r: 1}"));
        assertThat(bench.clients.called).hasSize(1);
    }

    @Test
    void aCallBeyondItIsNoFailureOfTheService() {
        ScriptedPlan plan =
                plan("{rate_limit: {limit: 1, window: 'PT1S'}, circuit_breaker:" + " {request_volume_threshold: 1}}");
        bench.run(plan, "{}");
        assertThat(bench.failure(plan, "{}").code()).isEqualTo("rate-limited");
        bench.pass(1_000);
        assertThat(bench.result(plan, "{}")).isEqualTo(event("{r: 1}"));
    }

    @Test
    void aCallBeyondItThatMayProbeAServiceLetsAnotherProbeIt() {
        ScriptedPlan plan = plan("{rate_limit: {limit: 1, window: 'PT10S'}, circuit_breaker:"
                + " {request_volume_threshold: 1, delay: 'PT1S'}}");
        bench.clients.fails("f", ScriptedFailures.http(500));
        bench.run(plan, "{}");
        bench.pass(1_001);
        bench.clients.answers("f", OK);
        assertThat(bench.failure(plan, "{}").code()).isEqualTo("rate-limited");
        bench.pass(10_000);
        assertThat(bench.result(plan, "{}")).isEqualTo(event("{r: 1}"));
    }

    @Test
    void theLimitOfAllProcessesIsInTheTimeOfTheStageAndTheRun() {
        bench.limits.answers(bench.after(300, "").apply(0).map(it -> new Permission(true, Duration.ZERO)));
        String stage = "{service: 's.f', timeout: 'PT0.2S', catch: [{transform: {c: '{% $error.code %}'}}]}";
        String shared = "{rate_limit: {limit: 1, scope: 'shared'}}";
        bench.start(ScriptedPlan.of(stage).service(shared), "{}");
        bench.start(plan(shared).timeout(Duration.ofMillis(250)), "{}");
        bench.start(plan(shared), "{}");
        bench.pass(300);
        assertThat(results()).containsExactly(event("{c: 'timeout'}"), "budget-exhausted", event("{r: 1}"));
        assertThat(bench.clients.called).hasSize(1);
    }

    @Test
    void aRunThatIsCancelledWhileItWaitsForTheLimitMayNotProbeTheService() {
        String policies = "{rate_limit: {limit: 1, scope: 'shared'}, circuit_breaker:"
                + " {request_volume_threshold: 1, delay: 'PT1S'}}";
        bench.clients.fails("f", ScriptedFailures.http(500));
        bench.run(plan(policies), "{}");
        bench.pass(1_001);
        bench.limits.answers(Uni.createFrom().nothing());
        bench.start(plan(policies), "{}").cancel();
        bench.limits.answers(Uni.createFrom().item(new Permission(true, Duration.ZERO)));
        bench.clients.answers("f", OK);
        assertThat(bench.result(plan(policies), "{}")).isEqualTo(event("{r: 1}"));
    }

    @Test
    void eventsOfAListShareIt() {
        List<Object> all = new ArrayList<>();
        bench.load(plan("{" + TWO + "}").onError("{transform: {e: '{% $error.code %}'}}"))
                .call(List.of(Map.of(), Map.of(), Map.of()), RunOptions.NONE)
                .subscribe()
                .with(outcomes -> outcomes.forEach(it -> all.addAll(EngineBench.results(it))));
        assertThat(all).containsExactly(event("{r: 1}"), event("{r: 1}"), event("{e: 'rate-limited'}"));
    }

    @Test
    void aLoopIsHeldUpByIt() {
        ScriptedPlan plan = ScriptedPlan.of(
                        "{service: 's.f', retry: {on: ['rate-limited'], delay: 'PT1S'}, transform: {n: '{% $event.n + 1 %}'}}",
                        "{type: 'goto', to: 0, condition: '{% n < 6 %}'}")
                .service("{" + TWO + "}");
        bench.start(plan, "{n: 0}");
        bench.pass(1_999);
        assertThat(results()).isEmpty();
        bench.pass(1);
        assertThat(results()).containsExactly(event("{n: 6}"));
    }

    @Test
    void undoingIsLimitedToo() {
        ScriptedPlan plan = ScriptedPlan.of(
                        "{name: 'a', compensate: {service: 's.f'}}",
                        "{name: 'b', compensate: {service: 's.f', retry: {on: ['rate-limited'], delay: 'PT1S'}}}",
                        "{name: 'c', compensate: {service: 's.f'}}",
                        "{name: 'd', compensate: {service: 's.f'}}",
                        "{type: 'raise', error: {type: 'no'}}")
                .service("{" + TWO + "}");
        bench.start(plan, "{}");
        bench.pass(1_000);
        assertThat(EngineBench.failed(bench.outcomes.get(0)).members())
                .isEqualTo(Map.of("compensated", List.of("d", "c", "b", "a")));
    }
}
