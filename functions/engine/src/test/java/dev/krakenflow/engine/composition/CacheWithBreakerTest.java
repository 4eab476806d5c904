package dev.krakenflow.engine.composition;

import static dev.krakenflow.engine.testing.EngineBench.event;
import static org.assertj.core.api.Assertions.assertThat;

import dev.krakenflow.engine.RunOptions;
import dev.krakenflow.engine.testing.EngineBench;
import dev.krakenflow.engine.testing.ScriptedAnswers;
import dev.krakenflow.engine.testing.ScriptedFailures;
import dev.krakenflow.engine.testing.ScriptedPlan;
import io.smallrye.mutiny.subscription.Cancellable;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Results that are kept and calls that are shared, with the policies inside of that and with what is around. */
class CacheWithBreakerTest {
    private static final Map<String, Object> OK = event("{v: 1}");

    private final EngineBench bench = new EngineBench();
    private final ScriptedAnswers answers = new ScriptedAnswers();

    @BeforeEach
    void answer() {
        bench.clients.repeatable().answers("f", OK).answers("other", Map.of());
    }

    @AfterEach
    void nothingIsLeft() {
        bench.assertNothingIsLeft();
    }

    private static ScriptedPlan plan(String function) {
        return ScriptedPlan.of("{service: 's.f', prepare: {k: '{% k %}'}, transform: {r: '{% v %}'}}")
                .services("{s: {interface: {f: " + function + ", other: {}}}}");
    }

    private List<Object> results() {
        return EngineBench.results(bench.outcomes);
    }

    @Test
    void anOpenCircuitDoesNotHideWhatIsKept() {
        ScriptedPlan plan = plan("{cache: {}, circuit_breaker: {request_volume_threshold: 2, failure_ratio: 0.4}}");
        bench.run(plan, "{k: 1}");
        bench.clients.fails("f", ScriptedFailures.http(500));
        assertThat(bench.failure(plan, "{k: 2}").code()).isEqualTo("http.500");
        assertThat(bench.failure(plan, "{k: 3}").code()).isEqualTo("circuit-open");
        assertThat(bench.result(plan, "{k: 1}")).isEqualTo(event("{k: 1, r: 1}"));
        assertThat(bench.clients.called).hasSize(2);
    }

    @Test
    void aCallThatManyWaitForCountsOnce() {
        bench.clients.does("f", answers::wait);
        ScriptedPlan plan = plan("{cache: {}, circuit_breaker: {request_volume_threshold: 2}}");
        for (int i = 0; i < 5; i++) {
            bench.start(plan, "{k: 1}");
        }
        answers.waiting.get(0).fail(ScriptedFailures.http(500));
        bench.scheduler.runSoon();
        assertThat(results()).hasSize(5).containsOnly("http.500");
        bench.clients.answers("f", OK);
        assertThat(bench.result(plan, "{k: 1}")).isEqualTo(event("{k: 1, r: 1}"));
    }

    @Test
    void whatIsKeptIsNotInTheWindowOfALimit() {
        ScriptedPlan plan = plan("{cache: {}, rate_limit: {limit: 1, window: 'PT1H'}}");
        bench.run(plan, "{k: 1}");
        for (int i = 0; i < 5; i++) {
            assertThat(bench.result(plan, "{k: 1}")).isEqualTo(event("{k: 1, r: 1}"));
        }
        assertThat(bench.failure(plan, "{k: 2}").code()).isEqualTo("rate-limited");
    }

    @Test
    void whatIsKeptNeedsNoPlace() {
        ScriptedPlan plan = plan("{cache: {}, bulkhead: {max_concurrent: 1}}");
        bench.run(plan, "{k: 1}");
        bench.clients.does("f", answers::wait);
        bench.start(plan, "{k: 2}");
        assertThat(bench.result(plan, "{k: 1}")).isEqualTo(event("{k: 1, r: 1}"));
        assertThat(bench.failure(plan, "{k: 3}").code()).isEqualTo("bulkhead-full");
        answers.waiting.get(0).complete(OK);
    }

    @Test
    void theAttemptsOfOneCallAreForAllWhoWait() {
        bench.clients.does("f", ScriptedFailures.then(OK, ScriptedFailures.http(503), ScriptedFailures.http(503)));
        ScriptedPlan plan = plan("{cache: {}, retry: {}}");
        bench.start(plan, "{k: 1}");
        bench.pass(20);
        bench.start(plan, "{k: 1}");
        bench.pass(200);
        assertThat(results()).containsExactly(event("{k: 1, r: 1}"), event("{k: 1, r: 1}"));
        assertThat(bench.clients.called).hasSize(3);
    }

    @Test
    void whoMakesTheAttemptsMayLeaveInAPause() {
        bench.clients.does("f", ScriptedFailures.then(OK, ScriptedFailures.http(503)));
        ScriptedPlan plan = plan("{cache: {}, retry: {}}");
        Cancellable first = bench.start(plan, "{k: 1}");
        bench.start(plan, "{k: 1}");
        first.cancel();
        bench.pass(50);
        assertThat(results()).containsExactly(event("{k: 1, r: 1}"));
        assertThat(bench.clients.called).hasSize(2);
    }

    @Test
    void aStageThatIsOutOfTimeLeavesTheAttemptsToTheOthers() {
        bench.clients.does("f", ScriptedFailures.then(OK, ScriptedFailures.http(503)));
        ScriptedPlan hasty = ScriptedPlan.of(
                        "{service: 's.f', prepare: {k: '{% k %}'}, timeout: 'PT0.04S', transform: {r: '{% v %}'}}")
                .services("{s: {interface: {f: {cache: {}, retry: {}}, other: {}}}}");
        bench.start(plan("{cache: {}, retry: {}}"), "{k: 1}");
        bench.start(hasty, "{k: 1}");
        bench.pass(50);
        assertThat(results()).containsExactly("timeout", event("{k: 1, r: 1}"));
        assertThat(bench.clients.called).hasSize(2);
    }

    @Test
    void equalItemsMakeOneCall() {
        bench.clients.does("f", bench.after(100, OK));
        ScriptedPlan plan = ScriptedPlan.of(
                        "{type: 'map', items: [1, 2, 1, 2, 1], components: {service: 's.f', prepare: {k: '{% item %}'},"
                                + " transform: {r: '{% v %}'}}, transform: {r: '{% results.r %}'}}")
                .service("{cache: {}}");
        bench.start(plan, "{}");
        bench.pass(100);
        assertThat(results()).containsExactly(event("{r: [1, 1, 1, 1, 1]}"));
        assertThat(bench.clients.called).hasSize(2);
    }

    @Test
    void equalItemsFailTogether() {
        bench.clients.does("f", bench.after(100, ScriptedFailures.http(500)));
        String map = "{type: 'map', mode: 'M', items: [1, 1, 1], components: {service: 's.f', prepare: {k: 1}},"
                + " transform: {e: '{% errors.problem.code %}'}}";
        bench.start(ScriptedPlan.of(map.replace("M", "settled")).service("{cache: {}}"), "{}");
        bench.pass(100);
        bench.start(ScriptedPlan.of(map.replace("M", "all")).service("{cache: {}}"), "{}");
        bench.pass(100);
        assertThat(results()).containsExactly(event("{e: ['http.500', 'http.500', 'http.500']}"), "http.500");
        assertThat(bench.clients.called).hasSize(2);
    }

    @Test
    void aLoserOfARaceLeavesTheCallToAnotherRun() {
        bench.clients.does("f", bench.after(100, OK));
        ScriptedPlan race = ScriptedPlan.of(
                        "{type: 'parallel', mode: 'any', branches: {a: {service: 's.f', prepare: {k: 1}},"
                                + " b: {service: 's.f', prepare: {k: 1}}, c: {transform: {won: 1}}}}")
                .services("{s: {interface: {f: {cache: {}}, other: {}}}}");
        bench.start(race, "{}");
        bench.scheduler.runSoon();
        assertThat(results()).containsExactly(event("{won: 1}"));
        assertThat(bench.clients.cancelled).isEqualTo(1);
        bench.start(plan("{cache: {}}"), "{k: 1}");
        bench.start(race, "{}");
        bench.pass(100);
        assertThat(results()).endsWith(event("{k: 1, r: 1}"));
        assertThat(bench.clients.called).hasSize(2);
    }

    @Test
    void aLoopAsksAgainWhenWhatIsKeptIsTooOld() {
        bench.clients.answers("other", Map.of()).does("other", bench.after(400, Map.of()));
        ScriptedPlan plan = ScriptedPlan.of(
                        "{service: 's.f', prepare: {k: 1}, transform: {n: '{% $event.n + 1 %}'}}",
                        "{service: 's.other'}", "{type: 'goto', to: 0, condition: '{% n < 4 %}'}")
                .services("{s: {interface: {f: {cache: {ttl: 'PT1S'}}, other: {}}}}");
        bench.start(plan, "{n: 0}");
        bench.pass(1_600);
        assertThat(results()).containsExactly(event("{n: 4}"));
        assertThat(bench.clients.called.stream().filter("f"::equals)).hasSize(2);
    }

    @Test
    void aStageWhoseResultWasKeptIsUndoneAsEveryOther() {
        ScriptedPlan plan = ScriptedPlan.of(
                        "{name: 'a', service: 's.f', compensate: {service: 's.other'}}",
                        "{type: 'raise', error: {type: 'no'}}")
                .services("{s: {interface: {f: {cache: {}}, other: {}}}}");
        for (int i = 0; i < 2; i++) {
            assertThat(bench.failure(plan, "{k: 1}").members()).isEqualTo(Map.of("compensated", List.of("a")));
        }
        assertThat(bench.clients.called).containsExactly("f", "other", "other");
    }

    @Test
    void aStaleResultIsCaughtByNobodyAndUndoneAsEveryOther() {
        ScriptedPlan plan = ScriptedPlan.of(
                        "{name: 'a', service: 's.f', prepare: {k: 1}, transform: {r: '{% v %}'},"
                                + " catch: [{transform: {c: 1}}], compensate: {service: 's.other'}}",
                        "{type: 'raise', condition: '{% no %}', error: {type: 'no'}}")
                .services("{s: {interface: {f: {cache: {ttl: 'PT1S', stale_if_error: 'PT1H'}}, other: {}}}}");
        bench.run(plan, "{}");
        bench.pass(5_000);
        bench.clients.fails("f", ScriptedFailures.http(500));
        assertThat(bench.result(plan, "{}")).isEqualTo(event("{r: 1}"));
        assertThat(bench.failure(plan, "{no: true}").members()).isEqualTo(Map.of("compensated", List.of("a")));
    }

    @Test
    void theCacheOfAllProcessesWaitsInTheTimeOfTheStage() {
        bench.cache.first = bench.after(500, "").apply(0).replaceWithVoid();
        ScriptedPlan plan = ScriptedPlan.of(
                        "{service: 's.f', timeout: 'PT0.2S', catch: [{transform: {c: '{% $error.code %}'}}]}")
                .service("{cache: {scope: 'shared'}}");
        bench.start(plan, "{}");
        bench.pass(200);
        assertThat(results()).containsExactly(event("{c: 'timeout'}"));
        assertThat(bench.clients.called).isEmpty();
    }

    @Test
    void everyEventOfAListHasItsOwnTimeForTheCallThatTheyShare() {
        bench.clients.does("f", bench.after(900, OK));
        bench.load(plan("{cache: {}}").timeout(Duration.ofSeconds(1)))
                .call(List.of(event("{k: 1}"), event("{k: 1}"), event("{k: 2}")), RunOptions.NONE)
                .subscribe()
                .with(all -> all.forEach(bench.outcomes::addAll));
        bench.pass(900);
        assertThat(results()).containsExactly(event("{k: 1, r: 1}"), event("{k: 1, r: 1}"), event("{k: 2, r: 1}"));
        assertThat(bench.clients.called).hasSize(2);
    }
}
