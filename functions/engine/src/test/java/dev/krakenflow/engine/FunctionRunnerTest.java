package dev.krakenflow.engine;

import static dev.krakenflow.engine.testing.EngineBench.event;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.krakenflow.engine.client.CallResult;
import dev.krakenflow.engine.client.ClientException;
import dev.krakenflow.engine.testing.EngineBench;
import dev.krakenflow.engine.testing.ScriptedPlan;
import dev.krakenflow.failure.Failure;
import dev.krakenflow.failure.FailureCode;
import dev.krakenflow.failure.Upstream;
import dev.krakenflow.plan.Service;
import io.smallrye.mutiny.Uni;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FunctionRunnerTest {
    private static final String NUMBER_A =
            "{type: 'object', properties: {a: {type: 'number'}, b: {type: 'number'}}, required: ['a', 'b']}";
    private final EngineBench bench = new EngineBench();

    private static ScriptedPlan plan(String function) {
        return ScriptedPlan.of("{name: 's', service: 's.f', transform: {r: '{% $ %}'}}")
                .service(function);
    }

    @Test
    void givesTheEventToTheClientAndItsResultToTheStage() {
        bench.clients.answers("f", event("{sum: 3}"));
        assertThat(bench.result(plan("{}"), "{a: 1}")).isEqualTo(event("{a: 1, r: {sum: 3}}"));
        assertThat(bench.clients.calls).containsExactly(event("{a: 1}"));
    }

    @Test
    void preparesTheArgsAndTransformsTheResult() {
        bench.clients.answers("f", event("{body: {n: 7}}"));
        ScriptedPlan plan =
                plan("{prepare: {path: '{% \\\"/\\\" & a %}'}, transform: {n: '{% body.n %}', was: '{% $event.a %}'}}");
        assertThat(bench.result(plan, "{a: 1}")).containsEntry("r", event("{n: 7, was: 1}"));
        assertThat(bench.clients.calls).containsExactly(event("{path: '/1'}"));
    }

    @Test
    void aServiceDoesNotSeeTheEvent() {
        bench.clients.answers("f", event("{}"));
        ScriptedPlan plan = ScriptedPlan.of("{service: 's.f', prepare: {only: 1}, transform: {r: '{% $ %}'}}")
                .service("{transform: {seen: '{% $event %}'}}");
        assertThat(bench.result(plan, "{secret: 1}")).containsEntry("r", event("{seen: {only: 1}}"));
    }

    @Test
    void findsEverythingThatIsWrongWithTheInput() {
        Failure failure = bench.failure(plan("{input: " + NUMBER_A + "}"), "{a: 'one', b: null}");
        assertThat(failure.code()).isEqualTo("invalid-input");
        assertThat(failure.status()).isEqualTo(422);
        assertThat(failure.place().step()).isEqualTo("input");
        assertThat(failure.place().component()).isEqualTo("s");
        assertThat(failure.place().service()).isEqualTo("s");
        assertThat(failure.place().function()).isEqualTo("f");
        assertThat(failure.attempts()).isZero();
        assertThat(failure.detail()).matches("/a: [^\n]+\n/b: [^\n]+").doesNotContain("one");
        assertThat(failure.members().get("errors")).asList().hasSize(2);
        assertThat(bench.clients.calls).isEmpty();
    }

    @Test
    void failsWhenPrepareFails() {
        Failure failure = bench.failure(plan("{prepare: {p: '{% a + 1 %}'}}"), "{a: 'x'}");
        assertThat(failure.code()).isEqualTo("expression");
        assertThat(failure.place().step()).isEqualTo("prepare");
        assertThat(failure.place().function()).isEqualTo("f");
        assertThat(failure.attempts()).isZero();
    }

    @Test
    void failsInPrepareWhenTheClientCannotSendTheArgs() {
        bench.clients.fails("f", ClientException.inPrepare(Failure.of(FailureCode.EXPRESSION, "no {id}")));
        Failure failure = bench.failure(plan("{error: {x: 1}}"), "{}");
        assertThat(failure.place().step()).isEqualTo("prepare");
        assertThat(failure.attempts()).isZero();
    }

    @Test
    void aResultThatIsNoObjectIsInvalidOutput() {
        bench.clients.answers("f", 5);
        Failure failure = bench.failure(plan("{}"), "{}");
        assertThat(failure.code()).isEqualTo("invalid-output");
        assertThat(failure.status()).isEqualTo(502);
        assertThat(failure.place().step()).isEqualTo("output");
        assertThat(failure.attempts()).isEqualTo(1);
        assertThat(failure.detail()).isEqualTo("the result must be an object, it is a number");
        bench.clients.answers("f", CallResult.MISSING);
        assertThat(bench.failure(plan("{}"), "{}").detail()).isEqualTo("the result must be an object, it is missing");
        assertThat(bench.failure(plan("{transform: '{% nope %}'}"), "{}").code())
                .isEqualTo("invalid-output");
    }

    @Test
    void takesAnyRawResultThatTransformMakesAnObjectOf() {
        bench.clients.answers("f", 5);
        assertThat(bench.result(plan("{transform: {n: '{% $ %}'}}"), "{}")).containsEntry("r", event("{n: 5}"));
    }

    @Test
    void checksTheOutput() {
        bench.clients.answers("f", event("{n: 'x'}"));
        Failure failure = bench.failure(
                plan("{error: {e: 1}, output: {type: 'object', properties: {n: {type: 'number'}}}}"), "{}");
        assertThat(failure.code()).isEqualTo("invalid-output");
        assertThat(failure.place().step()).isEqualTo("output");
        assertThat(failure.detail()).startsWith("/n: ");
    }

    @Test
    void namesTheCallWhenTheServiceFails() {
        bench.clients.fails("f", ClientException.inCall(Failure.of(FailureCode.COMMUNICATION, "refused"), null));
        Failure failure = bench.failure(plan("{}"), "{}");
        assertThat(failure.code()).isEqualTo("communication");
        assertThat(failure.place().step()).isEqualTo("call");
        assertThat(failure.place().instance()).isEqualTo("/components/0");
        assertThat(failure.attempts()).isEqualTo(1);
    }

    @Test
    void makesAResultOfAFailedCallWithTheErrorSection() {
        Upstream upstream = new Upstream(404, Map.of("x", "y"), event("{why: 'gone'}"));
        bench.clients.fails("f", ClientException.inCall(Failure.ofUpstream(upstream, "answered 404"), null));
        ScriptedPlan plan =
                plan("{error: {code: '{% $error.code %}', status: '{% $error.status %}', body: '{% $error.body.why %}',"
                        + " x: '{% $error.headers.x %}', step: '{% $error.step %}', attempts: '{% $error.attempts %}',"
                        + " detail: '{% $error.detail %}', args: '{% a %}', component: '{% $error.component %}'},"
                        + " transform: {never: 1}, output: {type: 'object', required: ['never']}}");
        assertThat(bench.result(plan, "{a: 1}").get("r"))
                .isEqualTo(event("{code: 'http.404', status: 404, body: 'gone', x: 'y', step: 'call', attempts: 1,"
                        + " detail: 'answered 404', args: 1, component: 's'}"));
    }

    @Test
    void answersWith502AndNothingOfTheUpstream() {
        Upstream upstream = new Upstream(404, Map.of(), "secret");
        bench.clients.fails("f", ClientException.inCall(Failure.ofUpstream(upstream, "answered 404"), null));
        Failure failure = bench.failure(plan("{}"), "{}");
        assertThat(failure.code()).isEqualTo("http.404");
        assertThat(failure.status()).isEqualTo(502);
        assertThat(failure.members()).isEmpty();
    }

    @Test
    void anErrorSectionIsNotForFailuresBesideTheCall() {
        bench.clients.answers("f", event("{}"));
        assertThat(bench.failure(plan("{error: {e: 1}, input: " + NUMBER_A + "}"), "{}")
                        .code())
                .isEqualTo("invalid-input");
        assertThat(bench.failure(plan("{error: {e: 1}, transform: {t: '{% 1 + \\\"a\\\" %}'}}"), "{}")
                        .place()
                        .step())
                .isEqualTo("transform");
    }

    @Test
    void failsInErrorWhenTheErrorSectionFails() {
        bench.clients.fails("f", ClientException.inCall(Failure.of(FailureCode.EXPRESSION, "boom"), null));
        Failure failure = bench.failure(plan("{error: {e: '{% 1 + \\\"a\\\" %}'}}"), "{}");
        assertThat(failure.code()).isEqualTo("expression");
        assertThat(failure.place().step()).isEqualTo("error");
        assertThat(failure.place().service()).isEqualTo("s");
        assertThat(bench.failure(plan("{error: '{% nope %}'}"), "{}").detail())
                .isEqualTo("error: must give an object, it is missing");
    }

    @Test
    void aServiceThatIsNotStartedIsNotReady() {
        Service stopped = new Service("s", Service.State.STOPPED, "", emptyStart(), Map.of());
        Failure failure =
                bench.failure(ScriptedPlan.of("{name: 'c', service: 's.f'}").service(stopped), "{}");
        assertThat(failure.code()).isEqualTo("service-not-ready");
        assertThat(failure.status()).isEqualTo(409);
        assertThat(failure.place().component()).isEqualTo("c");
        assertThat(failure.place().service()).isEqualTo("s");
        assertThat(failure.place().step()).isNull();
        assertThat(failure.detail()).isEqualTo("service \"s\" is not started");
        assertThat(bench.failure(ScriptedPlan.of("{service: 'nowhere.f'}"), "{}")
                        .detail())
                .isEqualTo("service \"nowhere\" is not defined");
    }

    @Test
    void aFunctionThatTheServiceLacksIsUndefined() {
        Failure failure =
                bench.failure(ScriptedPlan.of("{service: 's.f'}").service(ScriptedPlan.service("s", Map.of())), "{}");
        assertThat(failure.code()).isEqualTo("function-undefined");
        assertThat(failure.place().function()).isEqualTo("f");
    }

    @Test
    void logsWhatNobodyExpectedAndSaysNothingOfIt() {
        RuntimeException bug = new IllegalStateException("hunter2");
        bench.clients.fails("f", bug);
        Failure failure = bench.failure(plan("{error: {e: 1}}"), "{}");
        assertThat(failure.code()).isEqualTo("internal");
        assertThat(failure.detail()).doesNotContain("hunter2").doesNotContain("Exception");
        assertThat(failure.place().step()).isEqualTo("call");
        assertThat(bench.log.causes).containsExactly(bug);
        assertThat(bench.log.failures).containsExactly(failure);
    }

    @Test
    void logsNothingForFailuresThatServicesAndCallersMake() {
        bench.clients.fails(
                "f", ClientException.inCall(Failure.of(FailureCode.COMMUNICATION, "refused"), bugOfOthers()));
        bench.failure(plan("{}"), "{}");
        assertThat(bench.log.failures).isEmpty();
    }

    @Test
    void survivesAClientThatThrows() {
        bench.clients.does("f", args -> {
            throw new StackOverflowError();
        });
        assertThat(bench.failure(plan("{}"), "{}").code()).isEqualTo("internal");
        assertThat(bench.log.causes).hasSize(1);
    }

    @Test
    void seesTheNumberOfTheAttemptInPrepareOnly() {
        bench.clients.answers("f", event("{}"));
        bench.result(plan("{prepare: {n: '{% $context.attempt %}', p: '{% $context.pipeline %}'}}"), "{}");
        assertThat(bench.clients.calls).containsExactly(event("{n: 1, p: 'pipe'}"));
    }

    @Test
    void passesTheTraceOn() {
        bench.clients.answers("f", event("{}"));
        bench.run(plan("{}"), "{}", new RunOptions(false, Long.MAX_VALUE, Map.of("traceparent", "00-1"), null));
        assertThat(bench.clients.contexts.get(0).tracing()).containsEntry("traceparent", "00-1");
    }

    @Test
    void callsAgainForEachSubscription() {
        int[] calls = {0};
        bench.clients.does("f", args -> Uni.createFrom().item(event("{n: " + ++calls[0] + "}")));
        Service service = ScriptedPlan.service(
                "s",
                Map.of(
                        "f",
                        ScriptedPlan.function("{prepare: {a: '{% $context.attempt %}'}, transform: {n: '{% n %}'}}")));
        Uni<Object> call = bench.engine.callService(service, "f", Map.of(), RunOptions.NONE);
        assertThat(call.await().indefinitely()).isEqualTo(event("{n: 1}"));
        assertThat(call.await().indefinitely()).isEqualTo(event("{n: 2}"));
        assertThat(bench.clients.calls).containsExactly(event("{a: 1}"), event("{a: 1}"));
    }

    private static ObjectNode emptyStart() {
        return (ObjectNode) ScriptedPlan.json("{}");
    }

    private static RuntimeException bugOfOthers() {
        return new IllegalStateException("connection reset");
    }
}
