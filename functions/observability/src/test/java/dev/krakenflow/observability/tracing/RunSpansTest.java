package dev.krakenflow.observability.tracing;

import static dev.krakenflow.engine.testing.EngineBench.event;
import static org.assertj.core.api.Assertions.assertThat;

import dev.krakenflow.engine.CallIdentity;
import dev.krakenflow.engine.RunOptions;
import dev.krakenflow.engine.testing.EngineBench;
import dev.krakenflow.engine.testing.ScriptedFailures;
import dev.krakenflow.engine.testing.ScriptedPlan;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RunSpansTest {
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final String CALLER = "b7ad6b7169203331";
    private static final RunOptions OVER_HTTP = options("01");

    private final InMemorySpanExporter exporter = InMemorySpanExporter.create();
    private final EngineBench bench = new EngineBench(new RunSpans(SdkTracerProvider.builder()
            .setSampler(Sampler.parentBased(Sampler.alwaysOn()))
            .addSpanProcessor(SimpleSpanProcessor.create(exporter))
            .build()
            .get("test")));

    private static RunOptions options(String flags) {
        Map<String, String> tracing =
                Map.of("traceparent", "00-" + TRACE + "-" + CALLER + "-" + flags, "tracestate", "vendor=x");
        return new RunOptions(false, Long.MAX_VALUE, tracing, Map.of("method", "POST"));
    }

    private void start(ScriptedPlan plan, String event) {
        bench.start(plan.build(), event(event), OVER_HTTP);
        bench.pass(60_000);
    }

    private List<SpanData> all(String name) {
        return exporter.getFinishedSpanItems().stream()
                .filter(it -> it.getName().equals(name))
                .toList();
    }

    private SpanData span(String name) {
        assertThat(all(name)).as(name).hasSize(1);
        return all(name).get(0);
    }

    private static void isIn(SpanData inner, SpanData outer) {
        assertThat(inner.getParentSpanId()).isEqualTo(outer.getSpanId());
        assertThat(inner.getTraceId()).isEqualTo(TRACE);
    }

    @Test
    void continuesTheTraceOfTheCallerToTheService() {
        bench.clients.answers("f", event("{}"));
        start(ScriptedPlan.of("{name: 'a', service: 's.f'}").service("{}"), "{}");
        SpanData run = span("run pipe");
        assertThat(run.getParentSpanId()).isEqualTo(CALLER);
        assertThat(run.getKind()).isEqualTo(SpanKind.SERVER);
        assertThat(run.getAttributes().get(Attribute.OUTCOME)).isEqualTo("completed");
        assertThat(run.getAttributes().get(Attribute.EVENT_ID)).hasSize(36);
        isIn(span("a"), run);
        isIn(span("s.f"), span("a"));
        assertThat(span("s.f").getKind()).isEqualTo(SpanKind.CLIENT);
        assertThat(bench.clients.contexts.get(0).tracing())
                .containsEntry("traceparent", "00-" + TRACE + "-" + span("s.f").getSpanId() + "-01")
                .containsEntry("tracestate", "vendor=x");
    }

    @Test
    void beginsATraceWhereTheCallerSendsNone() {
        bench.clients.answers("f", event("{}"));
        ScriptedPlan plan = ScriptedPlan.of("{name: 'a', service: 's.f'}").service("{}");
        bench.start(plan.build(), event("{}"), RunOptions.NONE);
        SpanData run = span("run pipe");
        assertThat(run.getParentSpanContext().isValid()).isFalse();
        assertThat(run.getKind()).isEqualTo(SpanKind.INTERNAL);
        assertThat(bench.clients.contexts.get(0).tracing().get("traceparent")).contains(run.getTraceId());
    }

    @Test
    void continuesTheTraceOfWhoeverCast() {
        RunOptions cast = new RunOptions(
                false, Long.MAX_VALUE, Long.MAX_VALUE, OVER_HTTP.tracing(), null, null, CallIdentity.NONE, true);
        bench.start(ScriptedPlan.of("{name: 'a'}").build(), event("{}"), cast);
        assertThat(span("run pipe").getKind()).isEqualTo(SpanKind.CONSUMER);
        assertThat(span("run pipe").getParentSpanId()).isEqualTo(CALLER);
    }

    @Test
    void hasASpanOfEachAttempt() {
        bench.clients.repeatable().fails("f", ScriptedFailures.http(503));
        start(ScriptedPlan.of("{name: 'a', service: 's.f'}").service("{retry: {max_attempts: 2}}"), "{}");
        assertThat(all("s.f"))
                .extracting(it -> it.getAttributes().get(Attribute.ATTEMPT))
                .containsExactly(1L, 2L);
        assertThat(all("s.f")).allSatisfy(it -> {
            assertThat(it.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
            assertThat(it.getAttributes().get(Attribute.ERROR)).isEqualTo("http.503");
        });
        assertThat(span("a").getAttributes().get(Attribute.ERROR)).isEqualTo("http.503");
        assertThat(span("run pipe").getAttributes().get(Attribute.ERROR)).isEqualTo("http.503");
        assertThat(span("run pipe").getAttributes().get(Attribute.OUTCOME)).isEqualTo("failed");
    }

    @Test
    void nestsWhatIsInPlugsAndBranches() {
        ScriptedPlan inner = ScriptedPlan.of("{type: 'parallel', name: 'f', branches: {a: [{name: 'in-a'}], b: []}}");
        start(ScriptedPlan.of("{type: 'plug', name: 'p', pipeline: 'inner'}").plugs("inner", inner), "{}");
        isIn(span("run inner"), span("run pipe"));
        isIn(span("f"), span("run inner"));
        isIn(span("in-a"), span("f"));
        assertThat(span("in-a").getAttributes().get(Attribute.PIPELINE)).isEqualTo("inner");
    }

    @Test
    void endsTheSpansOfWhatIsCancelled() {
        bench.clients.hangs("f");
        ScriptedPlan inner = ScriptedPlan.of("{name: 'a', service: 's.f'}").service("{}");
        ScriptedPlan plan = ScriptedPlan.of("{type: 'plug', name: 'p', pipeline: 'inner'}")
                .plugs("inner", inner)
                .service("{}");
        bench.start(plan.build(), event("{}"), OVER_HTTP).cancel();
        bench.scheduler.runSoon();
        assertThat(exporter.getFinishedSpanItems())
                .extracting(SpanData::getName)
                .containsExactly("s.f", "a", "run inner", "run pipe");
        assertThat(span("run pipe").getAttributes().get(Attribute.OUTCOME)).isEqualTo("cancelled");
    }

    @Test
    void tellsWhichStageACallUndoes() {
        bench.clients.answers("f", event("{}")).answers("g", event("{}"));
        start(
                ScriptedPlan.of(
                                "{name: 'a', service: 's.f', compensate: {service: 's.g'}}",
                                "{type: 'raise', name: 'r', error: {type: 'sorry'}}")
                        .functions("f", "g"),
                "{}");
        isIn(span("s.g"), span("run pipe"));
        assertThat(span("s.g").getAttributes().get(Attribute.COMPENSATES)).isEqualTo("a");
        assertThat(span("run pipe").getAttributes().get(Attribute.ERROR)).isEqualTo("raised");
    }

    @Test
    void passesOnThatTheCallerDoesNotSample() {
        bench.clients.answers("f", event("{}"));
        bench.start(ScriptedPlan.of("{name: 'a', service: 's.f'}").service("{}").build(), event("{}"), options("00"));
        assertThat(exporter.getFinishedSpanItems()).isEmpty();
        assertThat(bench.clients.contexts.get(0).tracing().get("traceparent"))
                .startsWith("00-" + TRACE)
                .endsWith("-00");
    }

    @Test
    void hasOnlySoManySpansOfComponents() {
        ScriptedPlan plan = ScriptedPlan.of(
                "{type: 'map', name: 'm', items: '{% [1..999] %}', components: [{name: 'a'}, {name: 'b'}]}");
        start(plan, "{}");
        assertThat(exporter.getFinishedSpanItems()).hasSize(1_001);
        assertThat(span("run pipe").getAttributes().get(Attribute.LEFT_OUT)).isEqualTo(1 + 2 * 999 - 1_000);
    }

    @Test
    void showsNothingOfWhatEventsHold() {
        bench.clients.does("f", args -> Uni.createFrom().item(args));
        start(
                ScriptedPlan.of(
                                "{name: 'a', service: 's.f', transform: {card: '{% $ %}'}}",
                                "{type: 'raise', name: 'r', error: {type: '{% word %}', detail: '{% word %}'}}")
                        .service("{}"),
                "{word: 'sesame'}");
        assertThat(bench.outcomes).hasSize(1);
        assertThat(exporter.getFinishedSpanItems().toString()).doesNotContain("sesame");
    }
}
