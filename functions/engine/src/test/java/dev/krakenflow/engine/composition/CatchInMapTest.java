package dev.krakenflow.engine.composition;

import static dev.krakenflow.engine.testing.EngineBench.completed;
import static dev.krakenflow.engine.testing.EngineBench.event;
import static org.assertj.core.api.Assertions.assertThat;

import dev.krakenflow.engine.testing.EngineBench;
import dev.krakenflow.engine.testing.ScriptedFailures;
import dev.krakenflow.engine.testing.ScriptedPlan;
import dev.krakenflow.failure.Failure;
import dev.krakenflow.failure.FailureCode;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Failures that are caught or raised in items, branches, plugs and loops, and what the others see of that. */
class CatchInMapTest {
    private static final String ODD = "{name: 'odd', type: 'raise', condition: '{% item % 2 = 1 %}',"
            + " error: {type: 'odd', status: 409, detail: '{% $string(item) %}'}}";
    private static final String BAD = "{name: 'bad', transform: {x: '{% 1 + \\\"a\\\" %}'}}";

    private final EngineBench bench = new EngineBench();

    @BeforeEach
    void answer() {
        bench.clients.answers("f", event("{v: 1}")).answers("undo", Map.of());
    }

    @AfterEach
    void nothingIsLeft() {
        bench.assertNothingIsLeft();
    }

    private static ScriptedPlan plan(String... components) {
        return ScriptedPlan.of(components).functions("f", "undo", "other");
    }

    @Test
    void anItemThatCatchesIsAResultAsTheOthers() {
        bench.clients.does(
                "f",
                args -> args.equals(event("{i: 2}"))
                        ? Uni.createFrom().failure(ScriptedFailures.http(404))
                        : Uni.createFrom().item(event("{v: 1}")));
        ScriptedPlan plan = plan("{type: 'map', items: [1, 2, 3], components: {service: 's.f', prepare:"
                + " {i: '{% item %}'}, transform: {v: '{% v %}'}, catch: [{errors: ['http.4xx'],"
                + " transform: {v: '{% $error.code & $string(item) %}'}}]}, transform: {v: '{% results.v %}'}}");
        assertThat(bench.result(plan, "{}")).isEqualTo(event("{v: [1, 'http.4042', 1]}"));
    }

    @Test
    void onlyTheComponentsOfTheCatchOfTheItemSeeItsFailure() {
        ScriptedPlan plan = plan(
                "{type: 'map', items: [1, 2], components: ["
                        + BAD.replace("}}", "}, condition: '{% item = 1 %}', catch: [{components: [1, 2]}]}")
                        + ", {transform: {in: '{% $error.code %}'}}, {transform: {out: '{% $exists($error.code) %}'}}],"
                        + " transform: {seen: '{% results.[in, out] %}'}}",
                "{transform: {after: '{% $exists($error.code) %}'}}");
        Map<String, Object> result = bench.result(plan, "{}");
        assertThat(result).containsEntry("after", false);
        assertThat(result.get("seen").toString()).contains("expression");
    }

    @Test
    void aCatchThatGoesToAPointStaysInItsItem() {
        ScriptedPlan plan = plan("{type: 'map', items: [1, 2], components: ["
                + BAD.replace("}}", "}, condition: '{% $not($exists(fixed)) %}', catch: [{goto: 2}]}")
                + ", {type: 'done', condition: '{% $exists(fixed) %}'}, {transform: {fixed: '{% item %}'}},"
                + " {type: 'goto', to: 0}], transform: {fixed: '{% results.fixed %}'}}");
        assertThat(bench.result(plan, "{}")).isEqualTo(event("{fixed: [1, 2]}"));
    }

    @Test
    void theMapCatchesWhatAnItemRaisesWhenTheItemDoesNot() {
        String items = "{name: 'm', type: 'map', items: [2, 4, 5, 6], components: " + ODD;
        ScriptedPlan plan = plan(items + ", catch: [{errors: ['odd'], transform: {c: '{% $error.detail %}'}}]}");
        assertThat(bench.result(plan, "{}")).isEqualTo(event("{c: '5'}"));
        Failure failure = bench.failure(plan(items + ", catch: [{errors: ['even'], transform: {}}]}"), "{}");
        assertThat(failure.code()).isEqualTo("odd");
        assertThat(failure.status()).isEqualTo(409);
        assertThat(failure.place().component()).isEqualTo("odd");
    }

    @Test
    void aRaiseStopsTheOtherItems() {
        bench.clients.hangs("f");
        ScriptedPlan plan = plan("{type: 'map', items: [2, 4, 1, 6], components: [" + ODD + ", {service: 's.f'}]}");
        assertThat(bench.failure(plan, "{}").code()).isEqualTo("odd");
        assertThat(bench.clients.cancelled).isEqualTo(2);
        assertThat(bench.clients.called).hasSize(2);
    }

    @Test
    void settledItemsTellWhatTheyRaised() {
        ScriptedPlan plan = plan("{type: 'map', mode: 'settled', items: [1, 2, 3], components: " + ODD
                + ", transform: {e: '{% errors.{\\\"i\\\": index, \\\"s\\\": problem.status} %}'}}");
        assertThat(bench.result(plan, "{}")).isEqualTo(event("{e: [{i: 0, s: 409}, {i: 2, s: 409}]}"));
    }

    @Test
    void aRaceIsWonBesideBranchesThatRaise() {
        String race = "{type: 'parallel', mode: 'any', branches: {a: {type: 'raise', error: {type: 'a'}}, b: "
                + "{type: 'raise', condition: '{% both %}', error: {type: 'b'}}}, catch: [{errors: ['all-failed'],"
                + " transform: {c: '{% $error.code %}'}}], transform: {w: '{% $keys($) %}'}}";
        assertThat(bench.result(plan(race), "{both: false}")).containsEntry("w", "b");
        assertThat(bench.result(plan(race), "{both: true}")).containsEntry("c", "all-failed");
    }

    @Test
    void aCatchAmongBranchesSeesHowOftenWasCalled() {
        bench.clients.repeatable().fails("f", ScriptedFailures.http(503));
        ScriptedPlan plan = ScriptedPlan.of("{type: 'parallel', branches: {a: {service: 's.f', retry: {},"
                        + " catch: [{transform: {a: '{% $error.attempts %}'}}]}, b: {service: 's.f', retry:"
                        + " {max_attempts: 2}, catch: [{transform: {b: '{% $error.attempts %}'}}]}}}")
                .service("{}");
        bench.start(plan, "{}");
        bench.pass(1_000);
        assertThat(completed(bench.outcomes.get(0))).isEqualTo(event("{a: 3, b: 2}"));
    }

    @Test
    void whatACaughtBranchFinishedStaysUntilTheRunFails() {
        String branch = "[{name: 'a', compensate: {service: 's.undo'}}, "
                + BAD.replace("}}", "}, catch: [{transform: {c: 1}}]}") + "]";
        String parallel = "{type: 'parallel', branches: {p: " + branch + ", q: {}}}";
        assertThat(bench.result(plan(parallel), "{}")).isEqualTo(event("{c: 1}"));
        assertThat(bench.clients.called).isEmpty();
        assertThat(bench.failure(plan(parallel, BAD), "{}").members()).isEqualTo(Map.of("compensated", List.of("a")));
    }

    @Test
    void everyRoundOfALoopMayCatch() {
        bench.clients.fails("f", ScriptedFailures.of(FailureCode.COMMUNICATION));
        ScriptedPlan plan = plan(
                "{service: 's.f', catch: [{errors: ['communication'], transform: {n: '{% n + 1 %}'}}]}",
                "{type: 'goto', to: 0, condition: '{% n < 3 %}'}");
        assertThat(bench.result(plan, "{n: 0}")).isEqualTo(event("{n: 3}"));
    }

    @Test
    void aLoopThatGoesBackByACatchEndsAtItsLimit() {
        bench.scheduler.passPerLook(Duration.ofMillis(1));
        ScriptedPlan plan = plan(BAD.replace("}}", "}, catch: [{goto: 0}]}")).timeout(Duration.ofSeconds(1));
        assertThat(bench.failure(plan, "{}").code()).isEqualTo("budget-exhausted");
    }

    @Test
    void aPlugOfAnItemCatchesWhatIsInsideForItsItemOnly() {
        ScriptedPlan sub = ScriptedPlan.of(ODD);
        ScriptedPlan plan = plan("{type: 'map', items: [1, 2, 3], components: {name: 'p', type: 'plug', pipeline:"
                        + " 'sub', catch: [{errors: ['odd'], transform: {c: '{% $error.path.component %}'}}]},"
                        + " transform: {c: '{% results.c %}'}}")
                .plugs("sub", sub);
        assertThat(bench.result(plan, "{}")).isEqualTo(event("{c: ['p', 'p']}"));
    }

    @Test
    void aDeadEndInTheComponentsOfACatchEndsItsItem() {
        ScriptedPlan plan = plan("{type: 'map', items: [1, 2], components: ["
                + BAD.replace("}}", "}, next: 2, condition: '{% item = 1 %}', catch: [{components: [1, 2]}]}")
                + ", {type: 'dead-end'}, {}], transform: {r: '{% results.item %}'}}");
        assertThat(bench.result(plan, "{}")).isEqualTo(event("{r: 2}"));
    }

    @Test
    void aComposerCatchesItsCallAndTheEventGoesOnAlone() {
        bench.clients.fails("f", ScriptedFailures.http(500));
        ScriptedPlan plan = plan(
                "{type: 'composer', events: '{% [1, 2].{\\\"n\\\": $} %}'}",
                "{type: 'composer', service: 's.f', events: '{% [1, 2].{\\\"m\\\": $} %}', catch: [{errors:"
                        + " ['http.5xx'], transform: {c: '{% n %}'}}]}");
        assertThat(bench.results(plan, "{}")).containsExactly(event("{n: 1, c: 1}"), event("{n: 2, c: 2}"));
    }

    @Test
    void aRaiseInACatchIsNotCaughtAgainButBySomethingAround() {
        String stage = BAD.replace("}}", "}, catch: [{components: [1, 2]}]}");
        String raise = "{type: 'raise', error: {type: 'worse', detail: '{% $error.code %}'}}";
        ScriptedPlan plan = plan("{type: 'map', items: [1], components: [" + stage + ", " + raise + ", {}],"
                + " catch: [{errors: ['worse'], transform: {c: '{% $error.detail %}'}}]}");
        assertThat(bench.result(plan, "{}")).isEqualTo(event("{c: 'expression'}"));
    }
}
