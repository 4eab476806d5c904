package dev.krakenflow.engine;

import static dev.krakenflow.engine.testing.EngineBench.completed;
import static dev.krakenflow.engine.testing.EngineBench.event;
import static dev.krakenflow.engine.testing.EngineBench.failed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.krakenflow.engine.testing.EngineBench;
import dev.krakenflow.engine.testing.ScriptedAnswers;
import dev.krakenflow.engine.testing.ScriptedFailures;
import dev.krakenflow.engine.testing.ScriptedPlan;
import dev.krakenflow.failure.FailureCode;
import dev.krakenflow.plan.Service;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Calls that several wait for. */
class FlightsTest {
    private final EngineBench bench = new EngineBench();
    private final ScriptedAnswers answers = new ScriptedAnswers();

    @BeforeEach
    void waitForAnswers() {
        bench.clients.does("f", answers::wait);
    }

    private static ScriptedPlan plan() {
        return plan(", timeout: 'PT20S'", "{timeout: 'PT30S', cache: {}}");
    }

    private static ScriptedPlan plan(String stage, String function) {
        return ScriptedPlan.of("{name: 's', service: 's.f', transform: {r: '{% $ %}'}" + stage + "}")
                .service(function);
    }

    private void pass(long millis) {
        bench.scheduler.pass(Duration.ofMillis(millis));
    }

    private void answer(int call) {
        answers.waiting.get(call).complete(event("{n: " + call + "}"));
        bench.scheduler.runSoon();
    }

    @Test
    void everybodyWhoAsksForTheSameHasTheAnswerOfOneCall() {
        for (int i = 0; i < 50; i++) {
            bench.start(plan(), "{a: 1}");
        }
        bench.start(plan(), "{a: 2}");
        assertThat(answers.waiting).hasSize(2);
        answer(0);
        assertThat(bench.outcomes)
                .hasSize(50)
                .allSatisfy(outcome -> assertThat(completed(outcome)).isEqualTo(event("{a: 1, r: {n: 0}}")));
        assertThat(bench.scheduler.timers()).isEqualTo(2);
    }

    @Test
    void everybodyHasTheFailureAndItIsNotKept() {
        bench.start(plan(), "{}");
        bench.start(plan(), "{}");
        answers.waiting.get(0).fail(ScriptedFailures.http(404));
        bench.scheduler.runSoon();
        assertThat(bench.outcomes).hasSize(2).allSatisfy(outcome -> {
            assertThat(failed(outcome).code()).isEqualTo("http.404");
            assertThat(failed(outcome).attempts()).isEqualTo(1);
            assertThat(failed(outcome).place().component()).isEqualTo("s");
        });
        assertThat(failed(bench.outcomes.get(0)).place().eventId())
                .isNotEqualTo(failed(bench.outcomes.get(1)).place().eventId());
        bench.start(plan(), "{}");
        assertThat(answers.waiting).hasSize(2);
    }

    @Test
    void goesOnWhenTheFirstIsCancelled() {
        Cancellable first = bench.start(plan(), "{}");
        bench.start(plan(), "{}");
        first.cancel();
        assertThat(bench.clients.cancelled).isZero();
        answer(0);
        assertThat(bench.outcomes).hasSize(1);
        assertThat(completed(bench.outcomes.get(0))).containsEntry("r", event("{n: 0}"));
        assertThat(answers.waiting).hasSize(1);
    }

    @Test
    void isCancelledWhenTheLastIs() {
        Cancellable first = bench.start(plan(), "{}");
        Cancellable second = bench.start(plan(), "{}");
        second.cancel();
        assertThat(bench.clients.cancelled).isZero();
        first.cancel();
        assertThat(bench.clients.cancelled).isEqualTo(1);
        assertThat(bench.scheduler.timers()).isZero();
        bench.start(plan(), "{}");
        assertThat(answers.waiting).hasSize(2);
    }

    @Test
    void doesNotOutliveTheClientsOfThoseWhoWait() {
        PlanRunner one = bench.load(plan());
        PlanRunner two = bench.load(plan());
        Cancellable first = one.run(event("{}"), RunOptions.NONE, bench.outcomes::addAll);
        two.run(event("{}"), RunOptions.NONE, bench.outcomes::addAll);
        first.cancel();
        one.close();
        two.close();
        assertThat(bench.clients.closed).isEmpty();
        answer(0);
        assertThat(bench.outcomes).hasSize(1);
        assertThat(bench.clients.closed).containsExactly("s");
    }

    @Test
    void everybodyWaitsNoLongerThanThereIsTimeForThem() {
        bench.start(plan(), "{}");
        bench.start(plan(", timeout: 'PT1S'", "{timeout: 'PT30S', cache: {}}"), "{}");
        pass(1_000);
        assertThat(failed(bench.outcomes.get(0)).detail()).isEqualTo("the stage was not done within 1000 ms");
        assertThat(bench.clients.cancelled).isZero();
        answer(0);
        assertThat(completed(bench.outcomes.get(1))).containsEntry("r", event("{n: 0}"));
    }

    @Test
    void theOthersAskAgainWhenTheTimeOfTheFirstIsOver() {
        bench.start(plan(", timeout: 'PT1S'", "{timeout: 'PT30S', cache: {}}"), "{}");
        bench.start(plan(), "{}");
        bench.start(plan(), "{}");
        pass(1_000);
        assertThat(failed(bench.outcomes.get(0)).code()).isEqualTo("timeout");
        assertThat(failed(bench.outcomes.get(0)).attempts()).isEqualTo(1);
        assertThat(bench.outcomes).hasSize(1);
        assertThat(answers.waiting).hasSize(2);
        assertThat(bench.clients.cancelled).isEqualTo(1);
        answer(1);
        assertThat(bench.outcomes).hasSize(3);
        assertThat(completed(bench.outcomes.get(2))).containsEntry("r", event("{n: 1}"));
        assertThat(bench.scheduler.timers()).isZero();
    }

    @Test
    void whoIsCancelledBeforeAskingAgainDoesNotAsk() {
        bench.start(plan(", timeout: 'PT1S'", "{timeout: 'PT30S', cache: {}}"), "{}");
        Cancellable second = bench.start(plan(), "{}");
        Deadline over = new Deadline(0, FailureCode.TIMEOUT, "over");
        answers.waiting.get(0).fail(over.exception());
        second.cancel();
        bench.scheduler.runSoon();
        assertThat(answers.waiting).hasSize(1);
    }

    @Test
    void anAttemptThatTookTooLongIsTheFailureOfAll() {
        ScriptedPlan plan = plan("", "{timeout: 'PT1S', cache: {}}");
        bench.start(plan, "{}");
        bench.start(plan, "{}");
        pass(1_000);
        assertThat(bench.outcomes)
                .hasSize(2)
                .allSatisfy(outcome ->
                        assertThat(failed(outcome).detail()).isEqualTo("the service did not answer within 1000 ms"));
    }

    @Test
    void takesOnePlaceForAllWhoWait() {
        Service service = ScriptedPlan.service(
                "s", "{bulkhead: {max_concurrent: 1}}", Map.of("f", ScriptedPlan.function("{cache: {}}")));
        ScriptedPlan plan = ScriptedPlan.of("{service: 's.f'}").service(service);
        Cancellable first = bench.start(plan, "{}");
        Cancellable second = bench.start(plan, "{}");
        first.cancel();
        second.cancel();
        bench.start(plan, "{}");
        bench.start(plan, "{}");
        answer(1);
        assertThat(bench.outcomes)
                .hasSize(2)
                .allSatisfy(outcome -> assertThat(outcome).isInstanceOf(Outcome.Completed.class));
    }

    @Test
    void isBegunForEachSubscriptionOfADirectCall() {
        Service service = ScriptedPlan.service("s", Map.of("f", ScriptedPlan.function("{cache: {ttl: 'PT1S'}}")));
        Uni<Object> call = bench.engine.callService(service, "f", Map.of(), RunOptions.NONE);
        List<Object> items = new ArrayList<>();
        call.subscribe().with(items::add);
        call.subscribe().with(items::add);
        answer(0);
        pass(1_000);
        call.subscribe().with(items::add);
        answer(1);
        assertThat(items).containsExactly(event("{n: 0}"), event("{n: 0}"), event("{n: 1}"));
    }

    @Test
    void tellsTheHistoriesOfAllWhoWaited() {
        RunOptions debug = new RunOptions(true, Long.MAX_VALUE, Map.of(), null);
        bench.start(plan().build(), event("{}"), debug);
        bench.start(plan().build(), event("{}"), debug);
        answer(0);
        assertThat(bench.outcomes)
                .hasSize(2)
                .allSatisfy(outcome -> assertThat(
                                ((Outcome.Completed) outcome).history().get(0))
                        .containsEntry("attempts", 1));
    }
}
