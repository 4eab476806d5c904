package dev.krakenflow.engine;

import static dev.krakenflow.engine.testing.EngineBench.event;
import static org.assertj.core.api.Assertions.assertThat;

import dev.krakenflow.engine.testing.EngineBench;
import dev.krakenflow.engine.testing.ScriptedAnswers;
import dev.krakenflow.engine.testing.ScriptedPlan;
import dev.krakenflow.failure.Failure;
import dev.krakenflow.failure.FailureCode;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import io.smallrye.mutiny.subscription.Cancellable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How branches and items go on beside each other while they wait. */
class FanOutTest {
    private static final String CALL =
            "{name: 'call', service: 's.f', prepare: {i: '{% item %}'}, transform: {y: '{% i %}'}}";

    private final EngineBench bench = new EngineBench();
    private final ScriptedAnswers answers = new ScriptedAnswers();

    @BeforeEach
    void waitForAnswers() {
        bench.clients.does("f", answers::wait);
    }

    /** A map of calls over {@code l}, and more of its keys. */
    private static ScriptedPlan map(String more) {
        return ScriptedPlan.of("{type: 'map', name: 'm', items: '{% l %}', components: [" + CALL
                        + "], transform: {r: '{% results.y %}'}" + more + "}")
                .service("{}");
    }

    /** A parallel of two branches that call, and one that does not. */
    private static ScriptedPlan parallel(String more) {
        String call = "{name: '%s', service: 's.f', transform: {%s: '{%% i %%}'}}";
        return ScriptedPlan.of("{type: 'parallel', name: 'p', branches: {a: [" + call.formatted("ca", "a") + "], b: ["
                        + call.formatted("cb", "b") + "], c: [{transform: {c: 1}}]}" + more + "}")
                .service("{}");
    }

    private void answer(int call) {
        answers.waiting.get(call).complete(bench.clients.calls.get(call));
    }

    private void answer(int call, int value) {
        answers.waiting.get(call).complete(Map.of("i", value));
    }

    private Map<String, Object> result() {
        assertThat(bench.outcomes).hasSize(1);
        return EngineBench.completed(bench.outcomes.get(0));
    }

    private Failure failure() {
        assertThat(bench.outcomes).hasSize(1);
        return EngineBench.failed(bench.outcomes.get(0));
    }

    @Test
    void anErrorOfTheMachineInOneBranchIsThatOfAll() {
        bench.clients.fails("f", new OutOfMemoryError("scripted"));
        ScriptedPlan plan = ScriptedPlan.of(
                        "{type: 'parallel', mode: 'settled', branches: {a: [{service: 's.f'}]}, transform: {}}")
                .functions("f");
        assertThat(bench.failure(plan, "{}").code()).isEqualTo("internal");
    }

    @Test
    void allBranchesGoOnAtTheSameTime() {
        bench.start(parallel(""), "{}");
        assertThat(bench.clients.calls).hasSize(2);
        answer(1, 2);
        assertThat(bench.outcomes).isEmpty();
        answer(0, 1);
        assertThat(result()).isEqualTo(event("{a: 1, b: 2, c: 1}"));
    }

    @Test
    void itsConcurrencyLimitSaysHowManyGoOnAtTheSameTime() {
        bench.start(parallel(", concurrency_limit: 1"), "{}");
        assertThat(bench.clients.calls).hasSize(1);
        answer(0, 1);
        assertThat(bench.clients.calls).hasSize(2);
        answer(1, 2);
        assertThat(result()).isEqualTo(event("{a: 1, b: 2, c: 1}"));
    }

    @Test
    void exactlyAsManyCallsAsTheLimitSaysAreUnderWay() {
        int items = 1_000;
        int limit = 50;
        bench.start(map(", concurrency_limit: " + limit), "{l: " + numbers(items) + "}");
        Random random = new Random(7);
        List<Integer> underWay = new ArrayList<>();
        for (int answered = 0; answered < items; answered++) {
            IntStream.range(underWay.size() + answered, bench.clients.calls.size())
                    .forEach(underWay::add);
            assertThat(underWay).hasSize(Math.min(limit, items - answered));
            answer(underWay.remove(random.nextInt(underWay.size())));
        }
        assertThat(result().get("r"))
                .isEqualTo(IntStream.range(0, items).boxed().toList());
    }

    private static String numbers(int count) {
        return IntStream.range(0, count).boxed().toList().toString();
    }

    @Test
    void itemsBeginInTheirOrder() {
        bench.start(map(", concurrency_limit: 2"), "{l: [0, 1, 2, 3]}");
        answer(1);
        answer(2);
        answer(0);
        answer(3);
        assertThat(bench.clients.calls).containsExactly(Map.of("i", 0), Map.of("i", 1), Map.of("i", 2), Map.of("i", 3));
        assertThat(result()).containsEntry("r", List.of(0, 1, 2, 3));
    }

    @Test
    void theFirstFailureCancelsTheOthersAndBeginsNoMore() {
        bench.start(map(", concurrency_limit: 3"), "{l: [0, 1, 2, 3, 4]}");
        answers.waiting.get(1).fail(new IllegalStateException());
        assertThat(failure().place().component()).isEqualTo("call");
        assertThat(bench.clients.calls).hasSize(3);
        assertThat(bench.clients.cancelled).isEqualTo(2);
        assertThat(bench.scheduler.timers()).isZero();
        answer(0);
        assertThat(bench.outcomes).hasSize(1);
    }

    @Test
    void aFailureAtOnceCancelsThoseThatBeganBefore() {
        ScriptedPlan plan = ScriptedPlan.of("{type: 'parallel', branches: {a: [{service: 's.f'}],"
                        + " b: [{transform: {y: '{% 1 + \\\"a\\\" %}'}}], c: [{service: 's.f'}]}}")
                .service("{}");
        bench.start(plan, "{}");
        assertThat(failure().code()).isEqualTo("expression");
        assertThat(bench.clients.calls).hasSize(1);
        assertThat(bench.clients.cancelled).isEqualTo(1);
    }

    @Test
    void theFirstSuccessCancelsTheLosersAndBeginsNoMore() {
        ScriptedPlan plan = ScriptedPlan.of("{type: 'parallel', mode: 'any', concurrency_limit: 2, branches: {"
                        + "a: [{service: 's.f', transform: {r: 'a'}}], b: [{service: 's.f', transform: {r: 'b'}}],"
                        + " c: [{service: 's.f', transform: {r: 'c'}}]}}")
                .service("{}");
        bench.start(plan, "{}");
        answer(1, 1);
        assertThat(result()).isEqualTo(event("{r: 'b'}"));
        assertThat(bench.clients.calls).hasSize(2);
        assertThat(bench.clients.cancelled).isEqualTo(1);
        answer(0, 1);
        assertThat(bench.outcomes).hasSize(1);
    }

    @Test
    void settledWaitsForAllThatGoOnAfterAFailure() {
        bench.start(map(", mode: 'settled', concurrency_limit: 2"), "{l: [0, 1, 2]}");
        answers.waiting.get(0).fail(new IllegalStateException());
        assertThat(bench.clients.calls).hasSize(3);
        answer(2);
        assertThat(bench.outcomes).isEmpty();
        answer(1);
        assertThat(result()).containsEntry("r", List.of(1, 2));
        assertThat(bench.clients.cancelled).isZero();
    }

    @Test
    void cancellingTheRunCancelsTheCallsUnderWayAndBeginsNoMore() {
        Cancellable run = bench.start(map(", concurrency_limit: 2"), "{l: [0, 1, 2, 3]}");
        answer(0);
        run.cancel();
        assertThat(bench.clients.calls).hasSize(3);
        assertThat(bench.clients.cancelled).isEqualTo(2);
        assertThat(bench.scheduler.timers()).isZero();
        answer(1);
        bench.scheduler.runSoon();
        assertThat(bench.clients.calls).hasSize(3);
        assertThat(bench.outcomes).isEmpty();
    }

    @Test
    void cancellingTheRunFromWithinBeginsNoMore() {
        Cancellable[] run = new Cancellable[1];
        bench.clients.does("f", args -> {
            run[0].cancel();
            return Uni.createFrom().item(event("{}"));
        });
        bench.clients.does("first", answers::wait);
        ScriptedPlan plan = ScriptedPlan.of(
                        "{service: 'one.first'}", "{type: 'map', items: '{% l %}', components: [" + CALL + "]}")
                .service("{}")
                .service(ScriptedPlan.service("one", Map.of("first", ScriptedPlan.function("{}"))));
        run[0] = bench.start(plan, "{l: [0, 1, 2, 3]}");
        answer(0, 0);
        bench.scheduler.runSoon();
        assertThat(bench.clients.calls).hasSize(2);
        assertThat(bench.outcomes).isEmpty();
    }

    @Test
    void givesThePlansClientsBackAfterACancel() {
        PlanRunner runner = bench.load(map(""));
        Cancellable run = runner.run(event("{l: [0, 1]}"), RunOptions.NONE, outcomes -> {});
        runner.close();
        run.cancel();
        assertThat(bench.clients.closed).containsExactly("s");
    }

    @Test
    void twoSubscriptionsOfOneInvocationAreIndependent() {
        PlanRunner runner = bench.load(map(""));
        Uni<List<List<Outcome>>> call = runner.call(List.of(event("{l: [0, 1]}")), RunOptions.NONE);
        UniAssertSubscriber<List<List<Outcome>>> first = call.subscribe().withSubscriber(UniAssertSubscriber.create());
        UniAssertSubscriber<List<List<Outcome>>> second = call.subscribe().withSubscriber(UniAssertSubscriber.create());
        assertThat(bench.clients.calls).hasSize(4);
        answer(0);
        first.cancel();
        assertThat(bench.clients.cancelled).isEqualTo(1);
        answer(3);
        answer(2);
        first.assertNotTerminated();
        assertThat(EngineBench.completed(
                        second.assertCompleted().getItem().get(0).get(0)))
                .containsEntry("r", List.of(0, 1));
    }

    @Test
    void theOthersOfTheInvocationGetTheThreadInBetween() {
        bench.scheduler.passPerLook(Duration.ofMillis(1));
        List<Object> order = new ArrayList<>();
        bench.clients.does("f", args -> {
            order.add(args);
            return Uni.createFrom().item(event("{}"));
        });
        ScriptedPlan plan = ScriptedPlan.of(
                        "{type: 'map', items: '{% l %}', components: [{transform: {y: '{% item + 1 %}'}}]}", CALL)
                .service("{}");
        bench.load(plan)
                .call(
                        List.of(event("{item: 'many', l: " + numbers(200) + "}"), event("{item: 'none', l: []}")),
                        RunOptions.NONE)
                .subscribe()
                .withSubscriber(UniAssertSubscriber.create());
        bench.scheduler.runSoon();
        assertThat(order).containsExactly(Map.of("i", "none"), Map.of("i", "many"));
    }

    @Test
    void givesTheThreadBackWhileItemsBegin() {
        bench.scheduler.passPerLook(Duration.ofMillis(1));
        String items = numbers(1_000);
        bench.start(
                ScriptedPlan.of("{type: 'map', items: '{% l %}', components: [{transform: {y: '{% item + 1 %}'}}]}"),
                "{l: " + items + "}");
        int turns = 1;
        while (bench.scheduler.runOne()) {
            turns++;
        }
        assertThat(bench.outcomes).hasSize(1);
        // at least every fourth item somebody looks at the clock, and a turn takes at most 5 of these looks
        assertThat(turns).isGreaterThan(1_000 / 4 / 6);
    }

    @Test
    void aCallThatRefusesAtOnceLetsTheNextBegin() {
        bench.clients.fails("f", new IllegalStateException());
        Map<String, Object> result = bench.result(map(", mode: 'settled', concurrency_limit: 1"), "{l: [0, 1, 2]}");
        assertThat(result).doesNotContainKey("r");
        assertThat(bench.clients.calls).hasSize(3);
    }

    /** Three branches, of which one is about to end when another one may fail and the third has not begun. */
    private static ScriptedPlan lastsOf(ScriptedPlan sub) {
        return ScriptedPlan.of("{type: 'parallel', concurrency_limit: 2, branches: {"
                        + "a: [{type: 'plug', pipeline: 'sub'}], b: [{name: 'cb', service: 's.f'}], c: []}}")
                .service("{}")
                .plugs("sub", sub.lastly("{service: 's.f'}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{type: 'dead-end'}", "{type: 'done'}", "{type: 'stage', transform: '{% 1 %}'}"})
    void aBranchThatEndsBehindTheFailureOfAnotherIsNotHeardOf(String end) {
        bench.start(lastsOf(ScriptedPlan.of(end)), "{}");
        assertThat(bench.clients.calls).hasSize(2);
        answers.waiting.get(1).fail(new IllegalStateException());
        assertThat(bench.outcomes).isEmpty();
        answer(0, 1);
        assertThat(failure().place().component()).isEqualTo("cb");
        assertThat(bench.clients.calls).hasSize(2);
        assertThat(bench.scheduler.timers()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{type: 'dead-end'}", "{type: 'done'}", "{type: 'stage', transform: '{% 1 %}'}"})
    void aBranchThatEndsBehindACancelIsNotHeardOf(String end) {
        PlanRunner runner = bench.load(lastsOf(ScriptedPlan.of(end)));
        Cancellable run = runner.run(event("{}"), RunOptions.NONE, bench.outcomes::addAll);
        runner.close();
        run.cancel();
        assertThat(bench.clients.closed).isEmpty();
        answer(0, 1);
        assertThat(bench.clients.closed).containsExactly("s");
        assertThat(bench.outcomes).isEmpty();
        assertThat(bench.log.failures).isEmpty();
    }

    @Test
    void aPlugThatGivesSeveralEventsFailsItsBranch() {
        ScriptedPlan sub = ScriptedPlan.of("{type: 'composer', name: 'c', events: '{% [l.{\\\"y\\\": $}] %}'}");
        ScriptedPlan plan = ScriptedPlan.of(
                        "{type: 'map', items: '{% [[1], [1, 2], []] %}', as: 'l',"
                                + " components: [{type: 'plug', name: 'pl', pipeline: 'sub', transform: {y: '{% y %}'}}],"
                                + " mode: 'settled', transform: {y: '{% results.y %}', e: '{% errors %}', n: '{% $count(results) %}'}}")
                .plugs("sub", sub);
        Map<String, Object> result = bench.result(plan, "{}");
        assertThat(result).containsEntry("y", 1).containsEntry("n", 3);
        assertThat((List<?>) result.get("e")).hasSize(1);
        Map<String, Object> error = EngineBench.object(Map.of("e", ((List<?>) result.get("e")).get(0)), "e");
        assertThat(error).containsEntry("index", 1);
        assertThat(EngineBench.object(error, "problem"))
                .containsEntry("code", FailureCode.TOO_MANY_EVENTS.code())
                .containsEntry("component", "c")
                .containsEntry("path", Collections.singletonList(Map.of("pipeline", "pipe", "component", "pl")));
    }
}
