package dev.krakenflow.engine;

import static dev.krakenflow.engine.testing.EngineBench.event;
import static org.assertj.core.api.Assertions.assertThat;

import dev.krakenflow.engine.testing.EngineBench;
import dev.krakenflow.engine.testing.ScriptedAnswers;
import dev.krakenflow.engine.testing.ScriptedPlan;
import dev.krakenflow.plan.Limits;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import io.smallrye.mutiny.subscription.Cancellable;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CancelTest {
    private final EngineBench bench = new EngineBench();
    private final ScriptedAnswers answers = new ScriptedAnswers();
    private final ScriptedPlan calling =
            ScriptedPlan.of("{service: 's.f'}", "{service: 's.f'}").service("{}");

    @Test
    void stopsTheCallUnderWayAndItsTimer() {
        bench.clients.does("f", answers::wait);
        Cancellable run = bench.start(calling, "{}");
        run.cancel();
        assertThat(bench.clients.cancelled).isEqualTo(1);
        assertThat(bench.scheduler.timers()).isZero();
        bench.scheduler.pass(Duration.ofMinutes(5));
        assertThat(bench.outcomes).isEmpty();
    }

    @Test
    void forgetsAnAnswerThatComesAfterwards() {
        bench.clients.does("f", answers::wait);
        Cancellable run = bench.start(calling, "{}");
        run.cancel();
        answers.waiting.get(0).complete(event("{}"));
        assertThat(bench.clients.calls).hasSize(1);
        assertThat(bench.outcomes).isEmpty();
        assertThat(bench.log.failures).isEmpty();
    }

    @Test
    void stopsALoopThatGaveTheThreadBack() {
        bench.scheduler.passPerLook(Duration.ofMillis(1));
        ScriptedPlan endless = ScriptedPlan.of("{type: 'goto-point'}", "{type: 'goto', to: 0}")
                .limits(new Limits(Duration.ofDays(1), 1, 10_000_000, 10_000_000, 1));
        Cancellable run = bench.start(endless, "{}");
        run.cancel();
        bench.scheduler.runSoon();
        assertThat(bench.outcomes).isEmpty();
    }

    @Test
    void callsNothingAnyMoreAfterTheThreadWasGivenBack() {
        bench.clients.answers("f", event("{}"));
        bench.scheduler.passPerLook(Duration.ofMillis(10));
        ScriptedPlan plan =
                ScriptedPlan.of("{transform: {x: 1}}", "{service: 's.f'}").service("{}");
        Cancellable run = bench.start(plan, "{}");
        run.cancel();
        bench.scheduler.runSoon();
        assertThat(bench.clients.calls).isEmpty();
    }

    @Test
    void stopsALoopFromWithin() {
        Cancellable[] run = new Cancellable[1];
        bench.clients.does("f", args -> {
            run[0].cancel();
            return Uni.createFrom().item(event("{}"));
        });
        bench.clients.does("first", answers::wait);
        ScriptedPlan plan = ScriptedPlan.of("{service: 'one.first'}", "{service: 's.f'}", "{service: 's.f'}")
                .service("{}")
                .service(ScriptedPlan.service("one", Map.of("first", ScriptedPlan.function("{}"))));
        run[0] = bench.start(plan, "{}");
        answers.waiting.get(0).complete(event("{}"));
        assertThat(bench.clients.calls).hasSize(2);
        assertThat(bench.outcomes).isEmpty();
    }

    @Test
    void doesNothingAfterTheEndAndASecondTime() {
        Cancellable run = bench.start(ScriptedPlan.of(), "{}");
        run.cancel();
        run.cancel();
        assertThat(bench.outcomes).hasSize(1);
    }

    @Test
    void ofAListStopsAllItsRunsAndStartsNoMore() {
        bench.clients.does("f", answers::wait);
        PlanRunner runner = bench.load(calling.concurrency(2));
        UniAssertSubscriber<List<List<Outcome>>> subscriber = runner.call(
                        List.of(event("{}"), event("{}"), event("{}")), RunOptions.NONE)
                .subscribe()
                .withSubscriber(UniAssertSubscriber.create());
        assertThat(bench.clients.calls).hasSize(2);
        subscriber.cancel();
        assertThat(bench.clients.cancelled).isEqualTo(2);
        bench.scheduler.runSoon();
        assertThat(bench.clients.calls).hasSize(2);
        subscriber.assertNotTerminated();
    }

    @Test
    void givesTheClientsBackWhenThePlanIsClosed() {
        bench.clients.does("f", answers::wait);
        PlanRunner runner = bench.load(calling);
        Cancellable run = runner.run(event("{}"), RunOptions.NONE, outcomes -> {});
        runner.close();
        assertThat(bench.clients.closed).isEmpty();
        run.cancel();
        assertThat(bench.clients.closed).containsExactly("s");
    }
}
