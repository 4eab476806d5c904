package dev.krakenflow.engine;

import static dev.krakenflow.engine.testing.EngineBench.event;
import static org.assertj.core.api.Assertions.assertThat;

import dev.krakenflow.engine.testing.EngineBench;
import dev.krakenflow.engine.testing.ScriptedAnswers;
import dev.krakenflow.engine.testing.ScriptedPlan;
import dev.krakenflow.failure.Failure;
import dev.krakenflow.plan.Limits;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ComposerRunnerTest {
    private static final String EACH = "{type: 'composer', name: 'c', events: '{% [l.{\\\"x\\\": $}] %}'}";
    private final EngineBench bench = new EngineBench();
    private final ScriptedAnswers answers = new ScriptedAnswers();

    private Failure failure(String composer, String event) {
        return bench.failure(ScriptedPlan.of(composer), event);
    }

    @Test
    void makesSeveralEventsWhichGoOnInTheirOrder() {
        ScriptedPlan plan = ScriptedPlan.of(EACH, "{transform: {y: '{% x * 10 %}'}}");
        assertThat(bench.results(plan, "{l: [3, 1, 2]}"))
                .containsExactly(event("{x: 3, y: 30}"), event("{x: 1, y: 10}"), event("{x: 2, y: 20}"));
    }

    @Test
    void endsTheEventThatGivesNone() {
        List<Outcome> outcomes = bench.all(ScriptedPlan.of(EACH, "{transform: {y: 1}}"), "{l: []}");
        assertThat(outcomes).singleElement().isInstanceOf(Outcome.Ended.class);
    }

    @Test
    void takesOneObjectForAListOfOne() {
        assertThat(bench.results(ScriptedPlan.of("{type: 'composer', events: '{% l.{\\\"x\\\": $} %}'}"), "{l: [7]}"))
                .containsExactly(event("{x: 7}"));
    }

    @Test
    void preparesCallsAndSeesTheEvent() {
        bench.clients.answers("f", event("{words: ['a', 'b']}"));
        ScriptedPlan plan = ScriptedPlan.of("{type: 'composer', service: 's.f', prepare: {q: '{% k %}'},"
                        + " events: '{% words.{\\\"w\\\": $, \\\"k\\\": $event.k} %}'}")
                .service("{}");
        assertThat(bench.results(plan, "{k: 5}")).containsExactly(event("{w: 'a', k: 5}"), event("{w: 'b', k: 5}"));
        assertThat(bench.clients.calls).containsExactly(event("{q: 5}"));
    }

    @Test
    void passesTheEventWhenTheConditionDoesNotHold() {
        assertThat(bench.results(ScriptedPlan.of("{type: 'composer', condition: false, events: []}"), "{x: 1}"))
                .containsExactly(event("{x: 1}"));
    }

    @Test
    void failsWhenTheEventsAreMissingAndSaysWhatToWrite() {
        Failure failure = failure("{type: 'composer', name: 'c', events: '{% l.{\\\"x\\\": $} %}'}", "{l: []}");
        assertThat(failure.code()).isEqualTo("expression");
        assertThat(failure.place().component()).isEqualTo("c");
        assertThat(failure.place().step()).isEqualTo("compose");
        assertThat(failure.detail())
                .isEqualTo("compose.events: must give a list of objects, it is missing;"
                        + " write {% [l.{…}] %} for one for each of l, or none");
    }

    @Test
    void failsWhenTheEventsAreNoListOfObjects() {
        assertThat(failure("{type: 'composer', events: null}", "{}").detail())
                .isEqualTo("compose.events: must give a list of objects, it is null");
        assertThat(failure("{type: 'composer', events: [{}, 'a']}", "{}").detail())
                .isEqualTo("compose.events: must give a list of objects, its element 1 is a string");
        assertThat(failure("{type: 'composer', events: '{% 1 + \\\"a\\\" %}'}", "{}")
                        .place()
                        .step())
                .isEqualTo("compose");
    }

    @Test
    void aFailureEndsThePathOfItsOwnEventOnly() {
        ScriptedPlan plan = ScriptedPlan.of(EACH, "{transform: {y: '{% 10 / x %}'}}");
        assertThat(bench.results(plan, "{l: [5, 0, 2]}"))
                .containsExactly(event("{x: 5, y: 2}"), "expression", event("{x: 2, y: 5}"));
    }

    @Test
    void leavesOutTheEventsThatEndWhereOthersDoNot() {
        ScriptedPlan plan = ScriptedPlan.of(
                EACH,
                "{type: 'switch', next: -1, condition: '{% x > 0 ? \\\"keep\\\" : \\\"drop\\\" %}',"
                        + " branches: {keep: -1, drop: 2}}",
                "{type: 'dead-end'}");
        assertThat(bench.all(plan, "{l: [0, 5, 0, 6, 0]}")).hasSize(2);
        assertThat(bench.results(plan, "{l: [0, 5, 0, 6, 0]}")).containsExactly(event("{x: 5}"), event("{x: 6}"));
        assertThat(bench.all(plan, "{l: [0, 0]}")).singleElement().isInstanceOf(Outcome.Ended.class);
    }

    @Test
    void keepsTheOrderWhateverEachTakes() {
        bench.clients.does("f", answers::wait);
        ScriptedPlan plan = ScriptedPlan.of(EACH, "{service: 's.f'}").service("{}");
        bench.start(plan, "{l: [1, 2, 3]}");
        assertThat(answers.waiting).hasSize(3);
        answers.waiting.get(2).complete(Map.of());
        answers.waiting.get(0).complete(Map.of());
        assertThat(bench.outcomes).isEmpty();
        answers.waiting.get(1).complete(Map.of());
        assertThat(EngineBench.results(bench.outcomes))
                .containsExactly(event("{x: 1}"), event("{x: 2}"), event("{x: 3}"));
    }

    @Test
    void anEventThatClonesItselfInALoopAnswersItsLastClonesFirst() {
        ScriptedPlan plan = ScriptedPlan.of(
                "{type: 'composer', next: 1, condition: '{% n < 3 %}',"
                        + " events: ['{% {\\\"n\\\": n + 1} %}', '{% {\\\"clone\\\": n, \\\"n\\\": 9} %}']}",
                "{type: 'goto', to: 0, condition: '{% n < 3 %}'}");
        assertThat(bench.results(plan, "{n: 0}"))
                .containsExactly(
                        event("{n: 3}"),
                        event("{clone: 2, n: 9}"),
                        event("{clone: 1, n: 9}"),
                        event("{clone: 0, n: 9}"));
    }

    @Test
    void inheritsTheHops() {
        ScriptedPlan plan = ScriptedPlan.of("{type: 'composer', events: [{}, {}]}", "{type: 'goto', name: 'g', to: 0}")
                .limits(new Limits(Duration.ofMinutes(1), 16, 3, 1_000, 1_000));
        assertThat(bench.results(plan, "{}")).containsExactly("loop-limit", "loop-limit", "loop-limit", "loop-limit");
    }

    @Test
    void runsAtMostSoManyAtTheSameTime() {
        bench.clients.does("f", answers::wait);
        ScriptedPlan plan =
                ScriptedPlan.of(EACH, "{service: 's.f'}").service("{}").concurrency(2);
        bench.start(plan, "{l: [1, 2, 3, 4]}");
        for (int i = 0; i < 4; i++) {
            assertThat(answers.waiting).hasSize(Math.min(4, i + 2));
            answers.waiting.get(i).complete(Map.of());
        }
        assertThat(bench.outcomes).hasSize(4);
        assertThat(bench.clients.calls)
                .containsExactly(event("{x: 1}"), event("{x: 2}"), event("{x: 3}"), event("{x: 4}"));
    }

    @Test
    void onePlaceIsEnoughForEventsThatSplitAgainAndAgain() {
        ScriptedPlan plan = ScriptedPlan.of(
                        "{type: 'composer', condition: '{% d < 5 %}',"
                                + " events: ['{% {\\\"d\\\": d + 1} %}', '{% {\\\"d\\\": d + 1} %}']}",
                        "{type: 'goto', to: 0, condition: '{% d < 5 %}'}")
                .concurrency(1);
        assertThat(bench.results(plan, "{d: 0}")).hasSize(32).containsOnly(event("{d: 5}"));
    }

    @Test
    void countsEveryEventFromTheMomentItIsMade() {
        Limits limits = new Limits(Duration.ofMinutes(1), 16, 100, 1_000, 3);
        assertThat(bench.all(ScriptedPlan.of(EACH).limits(limits), "{l: [1, 2, 3]}"))
                .hasSize(3);
        Failure failure = bench.failure(ScriptedPlan.of(EACH).limits(limits), "{l: [1, 2, 3, 4]}");
        assertThat(failure.code()).isEqualTo("too-many-events");
        assertThat(failure.status()).isEqualTo(422);
        assertThat(failure.place().component()).isEqualTo("c");
        assertThat(failure.place().step()).isEqualTo("compose");
        assertThat(failure.detail()).isEqualTo("a run may have 3 events (max_events)");
    }

    @Test
    void countsNoEventThatEndedWithoutAResult() {
        ScriptedPlan plan = ScriptedPlan.of(
                        "{type: 'composer', events: [{dead: true}, '{% {\\\"n\\\": n + 1} %}']}",
                        "{type: 'switch', condition: '{% dead ? \\\"d\\\" : n < 50 ? \\\"l\\\" %}',"
                                + " branches: {d: 2, l: 0, default: -1}}",
                        "{type: 'dead-end'}")
                .limits(new Limits(Duration.ofMinutes(1), 16, 1_000, 1_000, 3))
                .concurrency(1);
        assertThat(bench.results(plan, "{n: 0}")).contains(event("{n: 50}"));
    }

    @Test
    void everyComposedEventHasAnIdOfItsOwn() {
        ScriptedPlan plan = ScriptedPlan.of(
                "{transform: {id: '{% $context.event_id %}'}}",
                "{type: 'composer', events: ['{% $ %}', '{% $ %}']}", "{transform: {own: '{% $context.event_id %}'}}");
        List<Outcome> outcomes = bench.all(plan, "{}");
        Set<Object> ids = new HashSet<>();
        outcomes.forEach(outcome -> ids.addAll(EngineBench.completed(outcome).values()));
        assertThat(ids).hasSize(3);
    }

    @Test
    void whatWasTakenFromTheContextStaysAsItWas() {
        ScriptedPlan plan = ScriptedPlan.of(
                "{transform: {was: '{% $context %}', id: '{% $context.event_id %}'}}",
                "{type: 'composer', events: ['{% $ %}']}");
        Map<String, Object> result = bench.result(plan, "{}");
        assertThat(result.get("was"))
                .isInstanceOfSatisfying(
                        Map.class, was -> assertThat(was.get("event_id")).isEqualTo(result.get("id")));
    }

    @Test
    void cancellingStopsAllThatGoOnAndThoseThatWait() {
        bench.clients.does("f", answers::wait);
        ScriptedPlan plan =
                ScriptedPlan.of(EACH, "{service: 's.f'}").service("{}").concurrency(2);
        bench.start(plan.build(), event("{l: [1, 2, 3]}"), RunOptions.NONE).cancel();
        assertThat(bench.clients.cancelled).isEqualTo(2);
        bench.scheduler.runSoon();
        assertThat(bench.clients.calls).hasSize(2);
        assertThat(bench.outcomes).isEmpty();
    }

    @Test
    void composedEventsGoBeforeThoseThatHaveNotBegun() {
        bench.clients.answers("f", event("{}"));
        ScriptedPlan plan =
                ScriptedPlan.of(EACH, "{service: 's.f'}").service("{}").concurrency(1);
        List<List<Outcome>> outcomes = bench.load(plan)
                .call(List.of(event("{l: [1, 2]}"), event("{l: [3, 4]}")), RunOptions.NONE)
                .await()
                .indefinitely();
        assertThat(bench.clients.calls)
                .containsExactly(event("{x: 1}"), event("{x: 2}"), event("{x: 3}"), event("{x: 4}"));
        assertThat(outcomes).hasSize(2).allSatisfy(came -> assertThat(came).hasSize(2));
    }

    @Test
    void needsNoStore() {
        bench.results(ScriptedPlan.of(EACH), "{l: [1, 2]}");
        assertThat(bench.memos.asked).isEmpty();
    }
}
