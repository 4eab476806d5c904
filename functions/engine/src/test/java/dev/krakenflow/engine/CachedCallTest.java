package dev.krakenflow.engine;

import static dev.krakenflow.engine.testing.EngineBench.event;
import static dev.krakenflow.engine.testing.EngineBench.failed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.krakenflow.engine.testing.EngineBench;
import dev.krakenflow.engine.testing.ScriptedFailures;
import dev.krakenflow.engine.testing.ScriptedPlan;
import dev.krakenflow.failure.Failure;
import dev.krakenflow.failure.FailureCode;
import dev.krakenflow.plan.Service;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CachedCallTest {
    private static final String STALE = "cache: {ttl: 'PT1M', stale_if_error: 'PT9M'}";
    private final EngineBench bench = new EngineBench();
    private int calls;

    private static ScriptedPlan plan(String function) {
        return plan("{}", function);
    }

    private static ScriptedPlan plan(String policies, String function) {
        Service service = ScriptedPlan.service("s", policies, Map.of("f", ScriptedPlan.function(function)));
        return ScriptedPlan.of("{service: 's.f', transform: {r: '{% $ %}'}}").service(service);
    }

    private void count() {
        bench.clients.does("f", args -> Uni.createFrom().item(event("{n: " + ++calls + "}")));
    }

    private Object result(ScriptedPlan plan, String event) {
        return bench.result(plan, event).get("r");
    }

    private void pass(Duration time) {
        bench.scheduler.pass(time);
    }

    @Test
    void answersWhatItKeptUntilThatIsTooOld() {
        count();
        ScriptedPlan plan = plan("{cache: {ttl: 'PT1M'}}");
        assertThat(result(plan, "{}")).isEqualTo(event("{n: 1}"));
        pass(Duration.ofSeconds(59));
        assertThat(result(plan, "{}")).isEqualTo(event("{n: 1}"));
        pass(Duration.ofSeconds(1));
        assertThat(result(plan, "{}")).isEqualTo(event("{n: 2}"));
        assertThat(bench.clients.calls).hasSize(2);
    }

    @Test
    void keepsTheTransformedResultAndChecksItOnce() {
        count();
        ScriptedPlan plan = plan("{cache: {}, transform: {twice: '{% n * 2 %}', at: '{% $random() %}'}, "
                + "output: {type: 'object', properties: {twice: {type: 'number'}}}}");
        assertThat(result(plan, "{}")).isEqualTo(result(plan, "{}"));
        assertThat(bench.clients.calls).hasSize(1);
    }

    @Test
    void tellsResultsApartByTheArgsWhateverTheOrderOfTheirKeys() {
        count();
        ScriptedPlan plan = plan("{cache: {}}");
        result(plan, "{a: 1, b: {c: 2, d: [3]}}");
        assertThat(result(plan, "{b: {d: [3.0], c: 2}, a: 1}")).isEqualTo(event("{n: 1}"));
        assertThat(result(plan, "{a: 1, b: {c: 2, d: [4]}}")).isEqualTo(event("{n: 2}"));
        assertThat(result(plan, "{a: '1', b: {c: 2, d: [3]}}")).isEqualTo(event("{n: 3}"));
    }

    @Test
    void tellsResultsApartByAKeyOfItsOwn() {
        count();
        ScriptedPlan plan = plan("{cache: {key: '{% id %}'}}");
        result(plan, "{id: 1, other: 1}");
        assertThat(result(plan, "{id: 1, other: 2}")).isEqualTo(event("{n: 1}"));
        assertThat(result(plan, "{id: 2, other: 2}")).isEqualTo(event("{n: 2}"));
    }

    @Test
    void failsWhenTheKeyIsMissing() {
        Failure failure = bench.failure(plan("{cache: {key: '{% id %}'}, error: {e: 1}}"), "{}");
        assertThat(failure.code()).isEqualTo("expression");
        assertThat(failure.place().step()).isEqualTo("cache.key");
        assertThat(failure.detail()).isEqualTo("cache.key: must give a value, it is missing");
        assertThat(failure.place().service()).isEqualTo("s");
    }

    @Test
    void checksTheInputBeforeAKeptResultAnswers() {
        count();
        ScriptedPlan plan = plan("{cache: {key: 'one'}, input: {type: 'object', required: ['a']}}");
        assertThat(result(plan, "{a: 1}")).isEqualTo(event("{n: 1}"));
        assertThat(bench.failure(plan, "{}").code()).isEqualTo("invalid-input");
        assertThat(result(plan, "{a: 2}")).isEqualTo(event("{n: 1}"));
    }

    @Test
    void checksTheInputOfCallsThatAreMade() {
        ScriptedPlan plan =
                plan("{cache: {}, input: {type: 'object', properties: {a: {type: 'number'}}, required: ['a']}}");
        assertThat(bench.failure(plan, "{}").code()).isEqualTo("invalid-input");
        assertThat(bench.failure(plan, "{}").attempts()).isZero();
    }

    @Test
    void keepsNoFailureAndNothingThatStandsInForOne() {
        bench.clients.fails("f", ScriptedFailures.http(503));
        ScriptedPlan plan = plan("{cache: {}, error: {e: 1}}");
        assertThat(result(plan, "{}")).isEqualTo(event("{e: 1}"));
        count();
        assertThat(result(plan, "{}")).isEqualTo(event("{n: 1}"));
    }

    @Test
    void keepsNothingThatIsTooLarge() {
        bench.clients.does("f", args -> {
            calls++;
            return Uni.createFrom().item(Map.of("text", "x".repeat(600_000)));
        });
        ScriptedPlan plan = plan("{cache: {}}");
        result(plan, "{}");
        result(plan, "{}");
        assertThat(calls).isEqualTo(2);
    }

    @Test
    void aFunctionThatIsDefinedAnewHasOtherResults() {
        count();
        result(plan("{cache: {}}"), "{}");
        assertThat(result(plan("{cache: {}, transform: {m: '{% n %}'}}"), "{}")).isEqualTo(event("{m: 2}"));
        assertThat(result(plan("{cache: {ttl: 'PT2M'}}"), "{}")).isEqualTo(event("{n: 3}"));
        Service moved = new Service(
                "s",
                Service.State.STARTED,
                "scripted",
                ScriptedPlan.object("{base_url: 'other'}"),
                Map.of("f", ScriptedPlan.function("{cache: {}}")));
        ScriptedPlan other =
                ScriptedPlan.of("{service: 's.f', transform: {r: '{% $ %}'}}").service(moved);
        assertThat(result(other, "{}")).isEqualTo(event("{n: 4}"));
        assertThat(result(plan("{cache: {}}"), "{}")).isEqualTo(event("{n: 1}"));
    }

    @Test
    void aStageWithARetryOfItsOwnSharesTheResults() {
        count();
        result(plan("{cache: {}}"), "{}");
        ScriptedPlan other = ScriptedPlan.of("{service: 's.f', retry: {}, transform: {r: '{% $ %}'}}")
                .service("{cache: {}}");
        assertThat(result(other, "{}")).isEqualTo(event("{n: 1}"));
    }

    @Test
    void answersDirectCallsToo() {
        count();
        Service service = ScriptedPlan.service("s", Map.of("f", ScriptedPlan.function("{cache: {}}")));
        Uni<Object> call = bench.engine.callService(service, "f", Map.of(), RunOptions.NONE);
        assertThat(call.await().indefinitely()).isEqualTo(event("{n: 1}"));
        assertThat(call.await().indefinitely()).isEqualTo(event("{n: 1}"));
    }

    @Test
    void tellsTheHistoryOfNoCallWhenNoneWasMade() {
        count();
        ScriptedPlan plan = plan("{cache: {}}");
        RunOptions debug = new RunOptions(true, Long.MAX_VALUE, Map.of(), null);
        Outcome.Completed made = (Outcome.Completed) bench.run(plan, "{}", debug);
        Outcome.Completed kept = (Outcome.Completed) bench.run(plan, "{}", debug);
        assertThat(made.history().get(0)).containsEntry("attempts", 1);
        assertThat(kept.history().get(0).getOrDefault("attempts", 0)).isEqualTo(0);
    }

    @ParameterizedTest
    @EnumSource(
            value = FailureCode.class,
            names = {"COMMUNICATION", "TIMEOUT", "BAD_RESPONSE", "BULKHEAD_FULL"})
    void answersAStaleResultWhenTheServiceCannot(FailureCode code) {
        count();
        ScriptedPlan plan = plan("{" + STALE + ", error: {e: 1}}");
        result(plan, "{}");
        pass(Duration.ofMinutes(5));
        bench.clients.fails("f", ScriptedFailures.of(code));
        assertThat(result(plan, "{}")).isEqualTo(event("{n: 1}"));
        pass(Duration.ofMinutes(5));
        assertThat(result(plan, "{}")).isEqualTo(event("{e: 1}"));
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 429})
    void answersNoStaleResultWhenTheServiceRefuses(int status) {
        count();
        ScriptedPlan plan = plan("{" + STALE + "}");
        result(plan, "{}");
        pass(Duration.ofMinutes(5));
        bench.clients.fails("f", ScriptedFailures.http(status));
        assertThat(bench.failure(plan, "{}").code()).isEqualTo("http." + status);
    }

    @Test
    void asksTheServiceAgainAfterAStaleResult() {
        count();
        ScriptedPlan plan = plan("{" + STALE + "}");
        result(plan, "{}");
        pass(Duration.ofMinutes(2));
        bench.clients.fails("f", ScriptedFailures.http(500));
        result(plan, "{}");
        count();
        assertThat(result(plan, "{}")).isEqualTo(event("{n: 2}"));
    }

    @Test
    void answersAStaleResultOfAnOpenCircuit() {
        count();
        ScriptedPlan plan = plan("{circuit_breaker: {request_volume_threshold: 1}}", "{" + STALE + "}");
        result(plan, "{}");
        pass(Duration.ofMinutes(2));
        bench.clients.fails("f", ScriptedFailures.http(500));
        bench.run(plan, "{other: 1}");
        bench.run(plan, "{other: 1}");
        int made = bench.clients.calls.size();
        assertThat(result(plan, "{}")).isEqualTo(event("{n: 1}"));
        assertThat(bench.clients.calls).hasSize(made);
    }

    @Test
    void answersAStaleResultOfALimitedService() {
        count();
        ScriptedPlan plan = plan("{rate_limit: {limit: 1, window: 'PT9M'}}", "{" + STALE + "}");
        result(plan, "{}");
        pass(Duration.ofMinutes(2));
        assertThat(result(plan, "{}")).isEqualTo(event("{n: 1}"));
        assertThat(bench.clients.calls).hasSize(1);
    }

    @Test
    void answersAStaleResultAfterTheLastAttempt() {
        bench.clients.repeatable();
        count();
        ScriptedPlan plan = plan("{" + STALE + ", retry: {}}");
        result(plan, "{}");
        pass(Duration.ofMinutes(2));
        bench.clients.fails("f", ScriptedFailures.http(503));
        bench.outcomes.clear();
        bench.start(plan, "{}");
        pass(Duration.ofMillis(149));
        assertThat(bench.outcomes).isEmpty();
        pass(Duration.ofMillis(1));
        assertThat(EngineBench.completed(bench.outcomes.get(0))).containsEntry("r", event("{n: 1}"));
        assertThat(bench.clients.calls).hasSize(4);
    }

    @Test
    void answersAStaleResultWhenThereIsNoTimeForAnotherAttempt() {
        bench.clients.repeatable();
        count();
        ScriptedPlan plan = plan("{" + STALE + ", retry: {}}");
        result(plan, "{}");
        pass(Duration.ofMinutes(2));
        bench.clients.fails("f", ScriptedFailures.http(503, Map.of("retry-after", "60")));
        assertThat(result(plan, "{}")).isEqualTo(event("{n: 1}"));
    }

    @Test
    void answersNothingWhenTheStageIsOver() {
        count();
        ScriptedPlan plan = ScriptedPlan.of("{service: 's.f', timeout: 'PT1S'}").service("{" + STALE + "}");
        bench.run(plan, "{}");
        pass(Duration.ofMinutes(2));
        bench.clients.hangs("f");
        bench.outcomes.clear();
        bench.start(plan, "{}");
        pass(Duration.ofSeconds(1));
        assertThat(failed(bench.outcomes.get(0)).code()).isEqualTo("timeout");
        assertThat(failed(bench.outcomes.get(0)).attempts()).isEqualTo(1);
    }

    @Test
    void makesEachCallOfAListOnce() {
        count();
        List<List<Outcome>> outcomes = bench.load(plan("{cache: {}}"))
                .call(List.of(event("{}"), event("{}"), event("{a: 1}")), RunOptions.NONE)
                .await()
                .indefinitely();
        assertThat(outcomes).hasSize(3);
        assertThat(bench.clients.calls).hasSize(2);
    }
}
