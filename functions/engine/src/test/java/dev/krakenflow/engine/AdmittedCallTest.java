package dev.krakenflow.engine;

import static dev.krakenflow.engine.testing.EngineBench.completed;
import static dev.krakenflow.engine.testing.EngineBench.event;
import static dev.krakenflow.engine.testing.EngineBench.failed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.krakenflow.engine.testing.EngineBench;
import dev.krakenflow.engine.testing.ScriptedAnswers;
import dev.krakenflow.engine.testing.ScriptedFailures;
import dev.krakenflow.engine.testing.ScriptedPlan;
import dev.krakenflow.failure.Failure;
import dev.krakenflow.plan.Service;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AdmittedCallTest {
    private final EngineBench bench = new EngineBench();
    private final ScriptedAnswers answers = new ScriptedAnswers();

    @BeforeEach
    void waitForAnswers() {
        bench.clients.does("f", answers::wait);
    }

    private static ScriptedPlan plan(int places, int queue, String function) {
        String policies = "{bulkhead: {max_concurrent: " + places + ", queue: " + queue + "}}";
        return plan(policies, function);
    }

    private static ScriptedPlan plan(String policies, String function) {
        Service service = ScriptedPlan.service("s", policies, Map.of("f", ScriptedPlan.function(function)));
        return ScriptedPlan.of("{name: 's', service: 's.f', transform: {r: '{% $ %}'}}")
                .service(service);
    }

    private void answer(int call) {
        answers.waiting.get(call).complete(event("{n: " + call + "}"));
        bench.scheduler.runSoon();
    }

    private void start(ScriptedPlan plan, int times) {
        for (int i = 0; i < times; i++) {
            bench.start(plan, "{i: " + i + "}");
        }
    }

    @Test
    void refusesACallForWhichThereIsNoPlace() {
        ScriptedPlan plan = plan(2, 0, "{}");
        start(plan, 3);
        assertThat(answers.waiting).hasSize(2);
        Failure failure = failed(bench.outcomes.get(0));
        assertThat(failure.code()).isEqualTo("bulkhead-full");
        assertThat(failure.status()).isEqualTo(503);
        assertThat(failure.attempts()).isZero();
        assertThat(failure.place().step()).isEqualTo("call");
        answer(0);
        start(plan, 1);
        assertThat(answers.waiting).hasSize(3);
    }

    @Test
    void letsCallsWaitInTheirOrder() {
        start(plan(1, 2, "{}"), 4);
        assertThat(failed(bench.outcomes.get(0)).code()).isEqualTo("bulkhead-full");
        assertThat(bench.clients.calls).containsExactly(event("{i: 0}"));
        answer(0);
        assertThat(bench.clients.calls).containsExactly(event("{i: 0}"), event("{i: 1}"));
        answer(1);
        answer(2);
        assertThat(bench.clients.calls).containsExactly(event("{i: 0}"), event("{i: 1}"), event("{i: 2}"));
        assertThat(bench.outcomes).hasSize(4);
        assertThat(bench.scheduler.timers()).isZero();
    }

    @Test
    void givesThePlaceOnWhateverBecomesOfACall() {
        ScriptedPlan plan = plan(1, 3, "{timeout: 'PT1S'}");
        Cancellable first = bench.start(plan, "{}");
        start(plan, 3);
        first.cancel();
        bench.scheduler.runSoon();
        assertThat(answers.waiting).hasSize(2);
        answers.waiting.get(1).fail(ScriptedFailures.http(500));
        bench.scheduler.runSoon();
        assertThat(answers.waiting).hasSize(3);
        bench.scheduler.pass(Duration.ofSeconds(1));
        assertThat(answers.waiting).hasSize(4);
    }

    @Test
    void theTimeInTheQueueIsTheStagesAndNotTheAttempts() {
        Service service = ScriptedPlan.service(
                "s",
                "{bulkhead: {max_concurrent: 1, queue: 1}}",
                Map.of("f", ScriptedPlan.function("{timeout: 'PT3S'}")));
        ScriptedPlan plan =
                ScriptedPlan.of("{name: 's', service: 's.f', timeout: 'PT4S'}").service(service);
        start(plan, 2);
        bench.scheduler.pass(Duration.ofMillis(2_500));
        answer(0);
        bench.scheduler.pass(Duration.ofMillis(1_000));
        assertThat(bench.outcomes).hasSize(1);
        bench.scheduler.pass(Duration.ofMillis(500));
        Failure failure = failed(bench.outcomes.get(1));
        assertThat(failure.detail()).isEqualTo("the stage was not done within 4000 ms");
        assertThat(failure.attempts()).isEqualTo(1);
    }

    @Test
    void aCallWhoseTimeIsOverInTheQueueFailsAndIsNeverMade() {
        ScriptedPlan plan = plan(1, 1, "{timeout: 'PT20S'}").timeout(Duration.ofSeconds(10));
        bench.start(plan(1, 1, "{timeout: 'PT20S'}"), "{}");
        bench.start(plan, "{}");
        bench.scheduler.pass(Duration.ofSeconds(10));
        Failure failure = failed(bench.outcomes.get(0));
        assertThat(failure.code()).isEqualTo("budget-exhausted");
        assertThat(failure.place().step()).isEqualTo("call");
        assertThat(failure.attempts()).isZero();
        answer(0);
        assertThat(bench.clients.calls).hasSize(1);
        start(plan, 1);
        assertThat(bench.clients.calls).hasSize(2);
    }

    @Test
    void aCallWhoseTimeIsOverInTheQueueHasLeftItWhenItsPathGoesOn() {
        Service service = ScriptedPlan.service(
                "s", "{bulkhead: {max_concurrent: 1, queue: 1}}", Map.of("f", ScriptedPlan.function("{}")));
        ScriptedPlan plan = ScriptedPlan.of(
                        "{name: 'one', service: 's.f', timeout: 'PT1S', catch: [{transform: {late: true}}]}",
                        "{name: 'two', service: 's.f', condition: '{% late = true %}', transform: {r: '{% $ %}'}}")
                .service(service);
        bench.start(plan(1, 1, "{}"), "{}");
        bench.start(plan, "{}");
        bench.scheduler.pass(Duration.ofSeconds(1));
        answer(0);
        answer(1);
        assertThat(completed(bench.outcomes.get(1))).containsEntry("r", event("{n: 1}"));
    }

    @Test
    void aCallThatIsCancelledInTheQueueLeavesItsPlaceToTheNext() {
        ScriptedPlan plan = plan(1, 2, "{}");
        bench.start(plan, "{i: 0}");
        Cancellable second = bench.start(plan, "{i: 1}");
        bench.start(plan, "{i: 2}");
        second.cancel();
        answer(0);
        assertThat(bench.clients.calls).containsExactly(event("{i: 0}"), event("{i: 2}"));
        answer(1);
        assertThat(bench.scheduler.timers()).isZero();
        start(plan, 1);
        assertThat(bench.clients.calls).hasSize(3);
    }

    @Test
    void aCallThatIsCancelledJustBeforeItsTurnGivesThePlaceBack() {
        ScriptedPlan plan = plan(1, 2, "{}");
        bench.start(plan, "{i: 0}");
        Cancellable second = bench.start(plan, "{i: 1}");
        bench.start(plan, "{i: 2}");
        answers.waiting.get(0).complete(event("{}"));
        second.cancel();
        bench.scheduler.runSoon();
        assertThat(bench.clients.calls).containsExactly(event("{i: 0}"), event("{i: 2}"));
        answer(1);
        start(plan, 2);
        assertThat(bench.clients.calls).hasSize(3);
    }

    @Test
    void isLeftOnceForEachPlaceThatWasTaken() {
        ScriptedPlan plan = plan(1, 0, "{}");
        for (int i = 0; i < 3; i++) {
            Cancellable run = bench.start(plan, "{}");
            answers.waiting.get(i).complete(event("{}"));
            run.cancel();
        }
        start(plan, 2);
        assertThat(answers.waiting).hasSize(4);
    }

    @Test
    void aQueueOfCallsThatAnswerAtOnceTakesNoStack() {
        ScriptedPlan plan = plan(1, 10_000, "{}");
        start(plan, 10_001);
        bench.clients.answers("f", event("{}"));
        answer(0);
        assertThat(bench.outcomes).hasSize(10_001);
    }

    @Test
    void eachAttemptOfARetryTakesAPlaceOfItsOwn() {
        bench.clients.repeatable();
        ScriptedPlan plan = plan(1, 1, "{retry: {}}");
        start(plan, 2);
        answers.waiting.get(0).fail(ScriptedFailures.http(503));
        bench.scheduler.runSoon();
        assertThat(bench.clients.calls).containsExactly(event("{i: 0}"), event("{i: 1}"));
        bench.scheduler.pass(Duration.ofMillis(50));
        assertThat(bench.clients.calls).hasSize(2);
        answer(1);
        assertThat(bench.clients.calls).containsExactly(event("{i: 0}"), event("{i: 1}"), event("{i: 0}"));
        answer(2);
        assertThat(bench.outcomes).hasSize(2);
    }

    @Test
    void aRetryMayWaitForAPlace() {
        bench.clients.repeatable();
        ScriptedPlan plan = plan(1, 0, "{retry: {on: ['bulkhead-full']}}");
        start(plan, 2);
        answer(0);
        bench.scheduler.pass(Duration.ofMillis(50));
        answer(1);
        assertThat(completed(bench.outcomes.get(1))).containsEntry("r", event("{n: 1}"));
    }

    @Test
    void aFunctionMayHaveFewerPlacesThanItsService() {
        ScriptedPlan plan = plan("{bulkhead: {max_concurrent: 2}}", "{bulkhead: {max_concurrent: 1}}");
        start(plan, 2);
        assertThat(answers.waiting).hasSize(1);
        answer(0);
        start(plan, 1);
        assertThat(answers.waiting).hasSize(2);
    }

    @Test
    void takesAPlaceForEachSubscriptionOfADirectCall() {
        Service service =
                ScriptedPlan.service("s", "{bulkhead: {max_concurrent: 1}}", Map.of("f", ScriptedPlan.function("{}")));
        Uni<Object> call = bench.engine.callService(service, "f", Map.of(), RunOptions.NONE);
        List<Object> ended = new ArrayList<>();
        call.subscribe().with(ended::add, ended::add);
        call.subscribe().with(ended::add, ended::add);
        assertThat(ended).singleElement().isInstanceOf(RunException.class);
        answer(0);
        call.subscribe().with(ended::add, ended::add);
        answer(1);
        assertThat(ended).hasSize(3);
    }
}
