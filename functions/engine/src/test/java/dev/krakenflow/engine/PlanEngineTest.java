package dev.krakenflow.engine;

import static dev.krakenflow.engine.testing.EngineBench.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.krakenflow.engine.client.ClientException;
import dev.krakenflow.engine.testing.EngineBench;
import dev.krakenflow.engine.testing.ScriptedPlan;
import dev.krakenflow.engine.testing.ScriptedStores;
import dev.krakenflow.failure.Failure;
import dev.krakenflow.failure.FailureCode;
import dev.krakenflow.plan.Service;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PlanEngineTest {
    private final EngineBench bench = new EngineBench();

    private static ScriptedPlan plan() {
        return ScriptedPlan.of("{service: 's.f'}").service("{}");
    }

    private static Service service(String module, String start) {
        return new Service(
                "s",
                Service.State.STARTED,
                module,
                (ObjectNode) ScriptedPlan.json(start),
                Map.of("f", ScriptedPlan.function("{}")));
    }

    private Outcome run(PlanRunner runner) {
        bench.outcomes.clear();
        runner.run(event("{}"), RunOptions.NONE, bench.outcomes::addAll);
        return bench.outcomes.get(0);
    }

    @Test
    void opensOneClientForAllPlansThatCallAService() {
        bench.clients.answers("f", event("{}"));
        PlanRunner one = bench.load(plan());
        PlanRunner two = bench.load(plan());
        assertThat(bench.clients.opened).isEmpty();
        run(one);
        run(one);
        run(two);
        assertThat(bench.clients.opened).hasSize(1);
        one.close();
        one.close();
        run(two);
        assertThat(bench.clients.closed).isEmpty();
        two.close();
        assertThat(bench.clients.closed).containsExactly("s");
    }

    @Test
    void aServiceThatIsDefinedAnewGetsANewClient() {
        bench.clients.answers("f", event("{}"));
        PlanRunner old = bench.load(ScriptedPlan.of("{service: 's.f'}").service(service("scripted", "{v: 1}")));
        run(old);
        PlanRunner fresh = bench.load(ScriptedPlan.of("{service: 's.f'}").service(service("scripted", "{v: 2}")));
        run(fresh);
        assertThat(bench.clients.opened)
                .extracting(start -> start.start().path("v").asInt())
                .containsExactly(1, 2);
        old.close();
        assertThat(bench.clients.closed).hasSize(1);
        assertThat(run(fresh)).isInstanceOf(Outcome.Completed.class);
        assertThat(bench.clients.opened).hasSize(2);
    }

    @Test
    void aRunThatComesAfterTheCloseStillFindsItsClient() {
        bench.clients.answers("f", event("{}"));
        PlanRunner runner = bench.load(plan());
        runner.close();
        assertThat(run(runner)).isInstanceOf(Outcome.Completed.class);
        assertThat(bench.clients.closed).containsExactly("s");
    }

    @Test
    void aClientThatCannotBeOpenedIsTriedAgainAfterAWhile() {
        bench.clients.answers("f", event("{}"));
        bench.clients.refuses(
                ClientException.inCall(Failure.of(FailureCode.SERVICE_NOT_READY, "the secret \"t\" is missing"), null));
        PlanRunner runner = bench.load(plan());
        for (int i = 0; i < 3; i++) {
            Failure failure = EngineBench.failed(run(runner));
            assertThat(failure.code()).isEqualTo("service-not-ready");
            assertThat(failure.detail()).isEqualTo("the secret \"t\" is missing");
            assertThat(failure.place().service()).isEqualTo("s");
            assertThat(failure.attempts()).isZero();
        }
        assertThat(bench.clients.opened).hasSize(1);
        bench.clients.refuses(null);
        bench.scheduler.pass(Duration.ofSeconds(1));
        assertThat(run(runner)).isInstanceOf(Outcome.Completed.class);
        assertThat(bench.clients.opened).hasSize(2);
    }

    @Test
    void aModuleThatTheProcessDoesNotHaveIsNotReady() {
        Failure failure = bench.failure(ScriptedPlan.of("{service: 's.f'}").service(service("nope", "{}")), "{}");
        assertThat(failure.code()).isEqualTo("service-not-ready");
        assertThat(failure.detail())
                .isEqualTo("service \"s\" needs the client module \"nope\", which this process does not have");
    }

    @Test
    void refusesTwoProvidersOfOneModule() {
        EventIds ids = new EventIds(Clock.systemUTC(), new Random(1));
        assertThatThrownBy(() -> new PlanEngine(
                        EngineBench.expressions(),
                        bench.scheduler,
                        List.of(bench.clients, bench.clients),
                        ScriptedStores.of(bench.memos),
                        ids,
                        new Random(2),
                        bench.log))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesAPlanThatCannotBeCompiledAndGivesItsClientsBack() {
        ScriptedPlan bad =
                ScriptedPlan.of("{service: 's.f'}", "{transform: '{% ( %}'}").service("{}");
        assertThatThrownBy(() -> bench.load(bad)).isInstanceOf(RuntimeException.class);
        bench.clients.answers("f", event("{}"));
        PlanRunner good = bench.load(plan());
        run(good);
        good.close();
        assertThat(bench.clients.closed).containsExactly("s");
    }

    @Test
    void closesEveryClient() {
        bench.clients.answers("f", event("{}"));
        run(bench.load(plan()));
        bench.engine.close().await().indefinitely();
        assertThat(bench.clients.closed).containsExactly("s");
        new EngineBench().engine.close().await().indefinitely();
    }

    @Test
    void callsAServiceDirectly() {
        bench.clients.answers("f", event("{sum: 3}"));
        Object result = bench.engine
                .callService(service("scripted", "{}"), "f", event("{a: 1}"), RunOptions.NONE)
                .await()
                .indefinitely();
        assertThat(result).isEqualTo(event("{sum: 3}"));
        assertThat(bench.clients.closed).containsExactly("s");
    }

    @Test
    void aDirectCallFailsAtAPlaceInTheService() {
        Failure failure = directFailure("a/b~", 5);
        assertThat(failure.code()).isEqualTo("invalid-input");
        assertThat(failure.detail()).isEqualTo("the args must be an object, it is a number");
        assertThat(failure.place().instance()).isEqualTo("/interface/a~1b~0");
        assertThat(failure.place().step()).isEqualTo("input");
        assertThat(failure.place().service()).isEqualTo("s");
        assertThat(failure.place().function()).isEqualTo("a/b~");
        assertThat(failure.place().pipeline()).isNull();
        assertThat(failure.place().component()).isNull();
        assertThat(failure.place().eventId()).isNull();
    }

    @Test
    void logsWhatNobodyExpectedOfADirectCall() {
        bench.clients.fails("a/b~", new IllegalStateException());
        assertThat(directFailure("a/b~", event("{}")).code()).isEqualTo("internal");
        assertThat(bench.log.causes).hasSize(1);
    }

    @Test
    void aDirectCallIsBoundedToo() {
        bench.clients.hangs("f");
        UniAssertSubscriber<Object> call = bench.engine
                .callService(service("scripted", "{}"), "f", event("{}"), RunOptions.NONE)
                .subscribe()
                .withSubscriber(UniAssertSubscriber.create());
        bench.scheduler.pass(Duration.ofSeconds(10));
        assertThat(((RunException) call.getFailure()).failure().code()).isEqualTo("timeout");
        assertThat(bench.clients.closed).containsExactly("s");
    }

    @Test
    void cancellingADirectCallCancelsTheClient() {
        bench.clients.hangs("f");
        bench.engine
                .callService(service("scripted", "{}"), "f", event("{}"), RunOptions.NONE)
                .subscribe()
                .withSubscriber(UniAssertSubscriber.create())
                .cancel();
        assertThat(bench.clients.cancelled).isEqualTo(1);
        assertThat(bench.scheduler.timers()).isZero();
        assertThat(bench.clients.closed).containsExactly("s");
    }

    private Failure directFailure(String function, Object args) {
        Service service = ScriptedPlan.service("s", Map.of(function, ScriptedPlan.function("{}")));
        UniAssertSubscriber<Object> call = bench.engine
                .callService(service, function, args, RunOptions.NONE)
                .subscribe()
                .withSubscriber(UniAssertSubscriber.create());
        return ((RunException) call.getFailure()).failure();
    }
}
