package dev.krakenflow.engine.composition;

import static dev.krakenflow.engine.testing.EngineBench.event;
import static org.assertj.core.api.Assertions.assertThat;

import dev.krakenflow.engine.Outcome;
import dev.krakenflow.engine.RunOptions;
import dev.krakenflow.engine.testing.EngineBench;
import dev.krakenflow.engine.testing.ScriptedPlan;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Branches of a switch, and jumps into and out of them, with what is not a branch itself. */
class SwitchWithOthersTest {
    private static final String ODD_OR_EVEN =
            "{name: 'w', type: 'switch', condition: '{% n % 2 = 1 ? \\\"odd\\\" : \\\"even\\\" %}', branches: ";

    private final EngineBench bench = new EngineBench();

    @BeforeEach
    void answer() {
        bench.clients.answers("f", Map.of());
    }

    @AfterEach
    void nothingIsLeft() {
        bench.assertNothingIsLeft();
    }

    private static ScriptedPlan plan(String... components) {
        return ScriptedPlan.of(components).functions("f");
    }

    @Test
    void everyEventOfAComposerTakesItsOwnBranch() {
        ScriptedPlan plan = plan(
                "{type: 'composer', events: '{% [1, 2, 3].{\\\"n\\\": $} %}'}",
                ODD_OR_EVEN + "{odd: 2, even: 3}}",
                "{next: 4, transform: {odd: true}}",
                "{type: 'dead-end'}",
                "{transform: {after: 1}}");
        assertThat(bench.results(plan, "{}"))
                .containsExactly(event("{n: 1, odd: true, after: 1}"), event("{n: 3, odd: true, after: 1}"));
    }

    @Test
    void aComposerInABranchSplitsOnlyWhatComesThere() {
        ScriptedPlan plan = plan(
                ODD_OR_EVEN + "{odd: 1, even: 2}}",
                "{type: 'composer', events: '{% [n, n].{\\\"n\\\": $} %}'}",
                "{transform: {after: 1}}");
        assertThat(bench.results(plan, "{n: 1}")).containsExactly(event("{n: 1, after: 1}"), event("{n: 1, after: 1}"));
        assertThat(bench.results(plan, "{n: 2}")).containsExactly(event("{n: 2, after: 1}"));
    }

    @Test
    void aComposerInABranchRemembersOnlyWhatComesThere() {
        ScriptedPlan plan = plan(
                ODD_OR_EVEN + "{odd: 1, even: 2}}",
                "{name: 'c', type: 'composer', memo: 0, newMemo: '{% $memo + n %}', events: '{% [$] %}'}",
                "{}");
        for (int i = 1; i <= 5; i++) {
            bench.results(plan, "{n: " + i + "}");
        }
        assertThat(bench.memos.memo("c", null)).isEqualTo(9);
    }

    @Test
    void inFinallyTakesTheBranchOfTheEventThatTheRunEndedWith() {
        ScriptedPlan plan = plan("{transform: {n: '{% n + 1 %}'}}")
                .lastly(
                        ODD_OR_EVEN + "{odd: 1, even: 2}}",
                        "{service: 's.f', prepare: {odd: '{% n %}'}, next: 3}",
                        "{service: 's.f', prepare: {even: '{% n %}'}}",
                        "{type: 'done', condition: true}");
        bench.run(plan, "{n: 1}");
        bench.run(plan, "{n: 2}");
        assertThat(bench.clients.calls).isEqualTo(List.of(event("{even: 2}"), event("{odd: 3}")));
    }

    @Test
    void withoutABranchGoesToOnErrorAndFinallyAsEveryFailure() {
        ScriptedPlan plan = plan(ODD_OR_EVEN + "{odd: 1}}", "{}")
                .onError("{transform: {e: '{% $error.code %}'}}")
                .lastly("{service: 's.f', prepare: {e: '{% e %}'}}");
        assertThat(bench.result(plan, "{n: 2}")).isEqualTo(event("{n: 2, e: 'no-branch'}"));
        assertThat(bench.clients.calls).isEqualTo(List.of(event("{e: 'no-branch'}")));
    }

    @Test
    void aCallThatComesAgainIsAnsweredFromTheBranchThatWasTaken() {
        ScriptedPlan plan = plan(
                        ODD_OR_EVEN + "{odd: 1, even: 2}}",
                        "{service: 's.f', transform: {odd: 1}, next: 3}",
                        "{type: 'raise', error: {type: 'even', status: 409}}",
                        "{}")
                .idempotency("{key: '{% n %}'}");
        assertThat(bench.result(plan, "{n: 1}")).isEqualTo(event("{n: 1, odd: 1}"));
        assertThat(bench.failure(plan, "{n: 2}").code()).isEqualTo("even");
        assertThat(bench.run(plan, "{n: 1}")).matches(Outcome::replayed);
        assertThat(bench.run(plan, "{n: 2}")).matches(Outcome::replayed);
        assertThat(bench.clients.calls).hasSize(1);
    }

    @Test
    void aHistoryHasOnlyTheBranchThatWasTaken() {
        ScriptedPlan plan =
                plan(ODD_OR_EVEN + "{odd: 1, even: 2}}", "{name: 'odd', next: 3}", "{name: 'even'}", "{name: 'after'}");
        Outcome outcome = bench.run(plan, "{n: 2}", new RunOptions(true, Long.MAX_VALUE, Map.of(), null));
        assertThat(outcome.history())
                .extracting(entry -> entry.get("component"))
                .isEqualTo(List.of("w", "even", "after"));
    }

    @Test
    void aCatchInABranchJumpsIntoAnother() {
        ScriptedPlan plan = plan(
                ODD_OR_EVEN + "{odd: 1, even: 2}}",
                "{transform: {x: '{% 1 + \\\"a\\\" %}'}, catch: [{goto: 2}], next: 3}",
                "{transform: {even: true}}",
                "{transform: {after: 1}}");
        assertThat(bench.result(plan, "{n: 1}")).isEqualTo(event("{n: 1, even: true, after: 1}"));
    }
}
