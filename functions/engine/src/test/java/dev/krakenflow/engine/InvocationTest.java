package dev.krakenflow.engine;

import static dev.krakenflow.engine.testing.EngineBench.event;
import static dev.krakenflow.engine.testing.EngineBench.value;
import static org.assertj.core.api.Assertions.assertThat;

import dev.krakenflow.engine.testing.EngineBench;
import dev.krakenflow.engine.testing.ScriptedAnswers;
import dev.krakenflow.engine.testing.ScriptedPlan;
import dev.krakenflow.failure.Failure;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InvocationTest {
    private final EngineBench bench = new EngineBench();
    private final ScriptedAnswers answers = new ScriptedAnswers();

    private UniAssertSubscriber<List<List<Outcome>>> call(ScriptedPlan plan, List<?> events) {
        return bench.load(plan).call(events, RunOptions.NONE).subscribe().withSubscriber(UniAssertSubscriber.create());
    }

    private static List<Map<String, Object>> events(int count) {
        List<Map<String, Object>> events = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            events.add(Map.of("x", i));
        }
        return events;
    }

    @Test
    void answersAnEmptyListWithAnEmptyList() {
        assertThat(call(ScriptedPlan.of(), List.of()).getItem()).isEmpty();
    }

    @Test
    void answersInTheOrderOfTheEvents() {
        bench.clients.does("f", answers::wait);
        ScriptedPlan plan =
                ScriptedPlan.of("{service: 's.f', transform: {y: '{% n %}'}}").service("{}");
        UniAssertSubscriber<List<List<Outcome>>> subscriber = call(plan, events(3));
        for (int i = 2; i >= 0; i--) {
            subscriber.assertNotTerminated();
            answers.waiting.get(i).complete(Map.of("n", i * 10));
        }
        assertThat(subscriber.getItem().stream().map(it -> EngineBench.completed(it.get(0))))
                .containsExactly(event("{x: 0, y: 0}"), event("{x: 1, y: 10}"), event("{x: 2, y: 20}"));
    }

    @Test
    void runsAtMostSoManyAtTheSameTime() {
        bench.clients.does("f", answers::wait);
        ScriptedPlan plan = ScriptedPlan.of("{service: 's.f'}").service("{}").concurrency(2);
        UniAssertSubscriber<List<List<Outcome>>> subscriber = call(plan, events(5));
        for (int i = 0; i < 5; i++) {
            assertThat(answers.waiting).hasSize(Math.min(5, i + 2));
            answers.waiting.get(i).complete(Map.of());
        }
        subscriber.assertCompleted();
        assertThat(bench.clients.calls).isEqualTo(events(5));
    }

    @Test
    void startsEveryEventOnceWhenTwoEndAtTheSameTime() {
        bench.clients.does("f", args -> {
            if (answers.waiting.size() == 2) {
                answers.waiting.get(0).complete(Map.of());
                answers.waiting.get(1).complete(Map.of());
            }
            return answers.wait(args);
        });
        ScriptedPlan plan = ScriptedPlan.of("{service: 's.f'}").service("{}").concurrency(3);
        UniAssertSubscriber<List<List<Outcome>>> subscriber = call(plan, events(4));
        answers.waiting.get(2).complete(Map.of());
        answers.waiting.get(3).complete(Map.of());
        subscriber.assertCompleted();
        assertThat(bench.clients.calls).isEqualTo(events(4));
        assertThat(bench.log.failures).isEmpty();
    }

    @Test
    void keepsEveryOutcomeInItsPlace() {
        ScriptedPlan plan = ScriptedPlan.of(
                "{type: 'switch', condition: '{% k %}', branches: {dead: 1, bad: 2, ok: 3}}",
                "{type: 'dead-end'}", "{next: -1, transform: {y: '{% 1 + k %}'}}", "{transform: {y: 1}}");
        List<List<Outcome>> came = call(
                        plan,
                        List.of(
                                value("1"),
                                event("{k: 'ok'}"),
                                event("{k: 'bad'}"),
                                event("{k: 'dead'}"),
                                value("null")))
                .getItem();
        assertThat(EngineBench.failed(came.get(0).get(0)).code()).isEqualTo("invalid-event");
        assertThat(EngineBench.completed(came.get(1).get(0))).containsEntry("y", 1);
        assertThat(EngineBench.failed(came.get(2).get(0)).code()).isEqualTo("expression");
        assertThat(came.get(3).get(0)).isInstanceOf(Outcome.Ended.class);
        assertThat(EngineBench.failed(came.get(4).get(0)).detail()).isEqualTo("an event must be an object, it is null");
    }

    @Test
    void runsAgainForEachSubscription() {
        bench.clients.answers("f", event("{}"));
        Uni<List<List<Outcome>>> call =
                bench.load(ScriptedPlan.of("{service: 's.f'}").service("{}")).call(events(2), RunOptions.NONE);
        assertThat(call.await().indefinitely()).hasSize(2);
        assertThat(call.await().indefinitely()).hasSize(2);
        assertThat(bench.clients.calls).hasSize(4);
    }

    @Test
    void takesNoStackForManyEventsThatWaitForNothing() {
        bench.clients.answers("f", event("{}"));
        ScriptedPlan plan = ScriptedPlan.of("{service: 's.f'}").service("{}").concurrency(1);
        UniAssertSubscriber<List<List<Outcome>>> subscriber = call(plan, events(20_000));
        assertThat(subscriber.getItem()).hasSize(20_000);
    }

    @Test
    void givesTheThreadBackBetweenEvents() {
        bench.scheduler.passPerLook(Duration.ofMillis(2));
        UniAssertSubscriber<List<List<Outcome>>> subscriber = call(ScriptedPlan.of(), events(100));
        subscriber.assertNotTerminated();
        bench.scheduler.runSoon();
        assertThat(subscriber.getItem()).hasSize(100);
    }

    @Test
    void everyRunHasABudgetOfItsOwn() {
        bench.clients.does("f", answers::wait);
        ScriptedPlan plan =
                ScriptedPlan.of("{service: 's.f'}").service("{}").concurrency(1).timeout(Duration.ofSeconds(3));
        UniAssertSubscriber<List<List<Outcome>>> subscriber = call(plan, events(2));
        bench.scheduler.pass(Duration.ofSeconds(2));
        answers.waiting.get(0).complete(Map.of());
        bench.scheduler.pass(Duration.ofSeconds(2));
        answers.waiting.get(1).complete(Map.of());
        assertThat(subscriber.getItem())
                .allSatisfy(came -> assertThat(came.get(0)).isInstanceOf(Outcome.Completed.class));
    }

    @Test
    void checksTheInputAndTheOutputOfThePipeline() {
        ScriptedPlan plan = ScriptedPlan.of("{transform: {y: '{% x %}'}}")
                .input("{type: 'object', required: ['x']}")
                .output("{type: 'object', properties: {y: {type: 'string'}}}");
        Failure input = bench.failure(plan, "{}");
        assertThat(input.code()).isEqualTo("invalid-input");
        assertThat(input.place().step()).isEqualTo("input");
        assertThat(input.place().pipeline()).isEqualTo("pipe");
        assertThat(input.place().component()).isNull();
        assertThat(input.place().service()).isNull();
        assertThat(input.place().eventId()).isNotNull();
        assertThat(input.members()).containsKey("errors");
        Failure output = bench.failure(plan, "{x: 1}");
        assertThat(output.code()).isEqualTo("invalid-output");
        assertThat(output.place().step()).isEqualTo("output");
        assertThat(output.place().component()).isNull();
        assertThat(bench.result(plan, "{x: 'a'}")).isEqualTo(event("{x: 'a', y: 'a'}"));
    }

    @Test
    void logsWhatTheOneWhoWaitsThrowsAndEndsAllTheSame() {
        PlanRunner runner = bench.load(ScriptedPlan.of("{service: 's.f'}").service("{}"));
        bench.clients.answers("f", event("{}"));
        RuntimeException bug = new IllegalStateException();
        runner.run(event("{}"), RunOptions.NONE, outcomes -> {
            throw bug;
        });
        assertThat(bench.log.causes).containsExactly(bug);
        runner.close();
        assertThat(bench.clients.closed).containsExactly("s");
    }
}
