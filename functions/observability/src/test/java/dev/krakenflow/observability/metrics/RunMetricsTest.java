package dev.krakenflow.observability.metrics;

import static dev.krakenflow.engine.testing.EngineBench.event;
import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.krakenflow.engine.CircuitState;
import dev.krakenflow.engine.PlanRunner;
import dev.krakenflow.engine.RunOptions;
import dev.krakenflow.engine.Scheduler;
import dev.krakenflow.engine.testing.EngineBench;
import dev.krakenflow.engine.testing.ScriptedFailures;
import dev.krakenflow.engine.testing.ScriptedPlan;
import dev.krakenflow.failure.Failure;
import dev.krakenflow.failure.FailureCode;
import dev.krakenflow.failure.FailurePlace;
import dev.krakenflow.plan.Service;
import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.micrometer.core.instrument.simple.SimpleConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RunMetricsTest {
    private final Map<String, Scheduler> time = new HashMap<>();
    private final MeterRegistry registry = new SimpleMeterRegistry(SimpleConfig.DEFAULT, new Clock() {
        @Override
        public long wallTime() {
            return monotonicTime() / 1_000_000;
        }

        @Override
        public long monotonicTime() {
            Scheduler scheduler = time.get("scheduler");
            return scheduler == null ? 0 : scheduler.nanoTime();
        }
    });
    private final RunMetrics metrics = new RunMetrics(registry, this::circuit);
    private final EngineBench bench = new EngineBench(metrics);

    RunMetricsTest() {
        time.put("scheduler", bench.scheduler);
    }

    private Optional<CircuitState> circuit(Service service) {
        return bench.engine.circuit(service);
    }

    private PlanRunner load(ScriptedPlan plan) {
        return bench.load(plan);
    }

    private void run(PlanRunner runner, String event) {
        runner.run(event(event), RunOptions.NONE, bench.outcomes::addAll);
        bench.scheduler.runSoon();
    }

    private long runs(String outcome) {
        return registry.get("kraken.runs")
                .tags("pipeline", "pipe", "outcome", outcome)
                .timer()
                .count();
    }

    @Test
    void timesRunsComponentsAndCalls() {
        bench.clients.does("f", bench.after(300, event("{}")));
        PlanRunner runner = load(
                ScriptedPlan.of("{name: 'a', service: 's.f'}", "{name: 'b'}").service("{}"));
        run(runner, "{}");
        assertThat(registry.get("kraken.in.flight").gauge().value()).isEqualTo(1);
        bench.pass(300);
        assertThat(registry.get("kraken.in.flight").gauge().value()).isZero();
        assertThat(registry.get("kraken.runs")
                        .tags("outcome", "completed")
                        .timer()
                        .totalTime(MILLISECONDS))
                .isEqualTo(300);
        assertThat(registry.get("kraken.components")
                        .tags("component", "a")
                        .timer()
                        .totalTime(MILLISECONDS))
                .isEqualTo(300);
        assertThat(registry.get("kraken.components")
                        .tags("component", "b")
                        .timer()
                        .totalTime(MILLISECONDS))
                .isZero();
        assertThat(registry.get("kraken.calls")
                        .tags("service", "s", "function", "f", "outcome", "answered")
                        .timer()
                        .totalTime(MILLISECONDS))
                .isEqualTo(300);
    }

    @Test
    void countsFailuresByTheirCodesAndRetries() {
        bench.clients.repeatable().fails("f", ScriptedFailures.http(503));
        run(load(ScriptedPlan.of("{name: 'a', service: 's.f'}").service("{retry: {max_attempts: 3}}")), "{}");
        bench.pass(10_000);
        assertThat(runs("failed")).isEqualTo(1);
        assertThat(registry.get("kraken.failures")
                        .tags("code", "http.503")
                        .counter()
                        .count())
                .isEqualTo(1);
        assertThat(registry.get("kraken.retries").counter().count()).isEqualTo(2);
        assertThat(registry.get("kraken.calls")
                        .tags("outcome", "http.503")
                        .timer()
                        .count())
                .isEqualTo(3);
    }

    @Test
    void callsWhatDefinitionsRaiseByOneName() {
        run(load(ScriptedPlan.of("{type: 'raise', name: 'r', error: {type: 'sorry'}}")), "{}");
        assertThat(registry.get("kraken.failures")
                        .tags("code", "raised")
                        .counter()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void tellsHowRunsEnd() {
        PlanRunner runner = load(ScriptedPlan.of(
                "{type: 'composer', name: 'c', events: '{% l.{\\\"x\\\": $} %}'}",
                "{type: 'raise', name: 'r', condition: '{% x = 2 %}', error: {type: 'sorry'}}",
                "{type: 'switch', name: 's', condition: '{% x = 3 ? \\\"end\\\" : \\\"on\\\" %}', branches: {end: 3, on: -1}}",
                "{type: 'dead-end', name: 'd'}"));
        run(runner, "{l: [1]}");
        run(runner, "{l: [2]}");
        run(runner, "{l: [3]}");
        run(runner, "{l: [1, 2]}");
        assertThat(runs("completed")).isEqualTo(1);
        assertThat(runs("failed")).isEqualTo(1);
        assertThat(runs("ended")).isEqualTo(1);
        assertThat(runs("partly_failed")).isEqualTo(1);
    }

    @Test
    void countsCancelledRunsAndCalls() {
        bench.clients.hangs("f");
        PlanRunner runner = load(ScriptedPlan.of("{name: 'a', service: 's.f'}").service("{}"));
        runner.run(event("{}"), RunOptions.NONE, bench.outcomes::addAll).cancel();
        bench.scheduler.runSoon();
        assertThat(runs("cancelled")).isEqualTo(1);
        assertThat(registry.get("kraken.calls")
                        .tags("outcome", "cancelled")
                        .timer()
                        .count())
                .isEqualTo(1);
        assertThat(registry.get("kraken.in.flight").gauge().value()).isZero();
    }

    @Test
    void timesTheStayInAComposerAndAPlugUntilTheLastEventHasLeft() {
        bench.clients.does(
                "f",
                args -> bench.after(((Map<?, ?>) args).get("x").equals(1) ? 100 : 400, event("{}"))
                        .apply(args));
        ScriptedPlan inner = ScriptedPlan.of(
                        "{type: 'composer', name: 'c', events: '{% [1, 2].{\\\"x\\\": $} %}'}",
                        "{name: 'i', service: 's.f'}")
                .service("{}");
        ScriptedPlan outer = ScriptedPlan.of("{type: 'plug', name: 'p', pipeline: 'inner'}")
                .plugs("inner", inner)
                .service("{}");
        run(load(outer), "{}");
        bench.pass(1_000);
        assertThat(bench.outcomes).hasSize(2);
        assertThat(registry.get("kraken.components")
                        .tags("component", "p")
                        .timer()
                        .count())
                .isEqualTo(1);
        assertThat(registry.get("kraken.components")
                        .tags("component", "p")
                        .timer()
                        .totalTime(MILLISECONDS))
                .isEqualTo(400);
        assertThat(registry.get("kraken.components")
                        .tags("pipeline", "inner", "component", "c")
                        .timer()
                        .count())
                .isEqualTo(1);
        assertThat(registry.get("kraken.components")
                        .tags("pipeline", "inner", "component", "i")
                        .timer()
                        .count())
                .isEqualTo(2);
    }

    @Test
    void leavesNoPlugWhereWhatIsDoneAtLastIsADeadEnd() {
        bench.clients.does("f", bench.after(300, event("{}")));
        ScriptedPlan inner = ScriptedPlan.of("{name: 'i'}").lastly("{type: 'dead-end', name: 'd'}");
        ScriptedPlan middle = ScriptedPlan.of(
                        "{type: 'plug', name: 'q', pipeline: 'inner'}", "{name: 'm', service: 's.f'}")
                .service("{}");
        run(
                load(ScriptedPlan.of("{type: 'plug', name: 'p', pipeline: 'middle'}")
                        .plugs("middle", middle)
                        .plugs("inner", inner)
                        .service("{}")),
                "{}");
        bench.pass(300);
        assertThat(bench.outcomes).hasSize(1);
        assertThat(registry.get("kraken.components")
                        .tags("component", "p")
                        .timer()
                        .totalTime(MILLISECONDS))
                .isEqualTo(300);
    }

    @Test
    void measuresNoComponentsThatOnlySayWhereTheEventGoesOn() {
        run(load(ScriptedPlan.of("{type: 'goto-point', name: 'g'}", "{name: 'a'}", "{type: 'done', name: 'd'}")), "{}");
        assertThat(registry.find("kraken.components").timers())
                .extracting(it -> it.getId().getTag("component"))
                .containsExactly("a");
    }

    @Test
    void showsTheCircuitBreakerOfAService() {
        bench.clients.fails("f", ScriptedFailures.http(503));
        Service service = ScriptedPlan.service(
                "s",
                "{circuit_breaker: {failure_ratio: 0.5, request_volume_threshold: 2, delay: 'PT5S', success_threshold: 1}}",
                Map.of("f", ScriptedPlan.function("{}")));
        PlanRunner runner = load(ScriptedPlan.of("{service: 's.f'}").service(service));
        assertThat(breaker()).isZero();
        run(runner, "{}");
        run(runner, "{}");
        assertThat(breaker()).isEqualTo(2);
        bench.pass(5_001);
        assertThat(breaker()).isEqualTo(1);
    }

    private double breaker() {
        return registry.get("kraken.breaker.state").tags("service", "s").gauge().value();
    }

    @Test
    void forgetsAPipelineAndItsServicesWithTheLastPlanThatHasThem() {
        ScriptedPlan plan = ScriptedPlan.of("{name: 'a', service: 's.f'}").service("{}");
        bench.clients.answers("f", event("{}"));
        PlanRunner first = load(plan);
        PlanRunner second = load(plan);
        run(first, "{}");
        first.close();
        assertThat(runs("completed")).isEqualTo(1);
        second.close();
        second.close();
        assertThat(registry.getMeters())
                .extracting(Meter::getId)
                .extracting(Meter.Id::getName)
                .containsExactly("kraken.in.flight");
    }

    @Test
    void countsWhatFailsAtLastAndCannotBeUndone() {
        bench.clients.answers("f", event("{}")).fails("g", ScriptedFailures.http(500));
        PlanRunner runner = load(ScriptedPlan.of("{name: 'a', service: 's.f'}").service("{}"));
        MeasuredFailures failures = new MeasuredFailures(metrics);
        Failure failure = Failure.of(FailureCode.TIMEOUT, "late").at(FailurePlace.NOWHERE.withRun("pipe", "id"));
        failures.inFinally(failure);
        failures.inCompensation(failure);
        assertThat(registry.get("kraken.finally.failures")
                        .tags("pipeline", "pipe")
                        .counter()
                        .count())
                .isEqualTo(1);
        assertThat(registry.get("kraken.compensation.failures")
                        .tags("pipeline", "pipe")
                        .counter()
                        .count())
                .isEqualTo(1);
        runner.close();
        failures.inFinally(failure);
        assertThat(registry.find("kraken.finally.failures").counter()).isNull();
    }

    @Test
    void hasOnlySoManySeriesOfOneMeter() {
        SeriesLimit limit = new SeriesLimit(2);
        registry.config().meterFilter(limit).onMeterRemoved(limit::removed);
        PlanRunner runner = load(ScriptedPlan.of("{name: 'a'}", "{name: 'b'}", "{name: 'c'}"));
        run(runner, "{}");
        assertThat(registry.find("kraken.components").timers()).hasSize(2);
        runner.close();
        run(load(ScriptedPlan.of("{name: 'c'}")), "{}");
        assertThat(registry.get("kraken.components")
                        .tags("component", "c")
                        .timer()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void countsASeriesOnceThatSeveralRegistriesAskFor() {
        SeriesLimit limit = new SeriesLimit(2);
        CompositeMeterRegistry around = new CompositeMeterRegistry();
        around.config().meterFilter(limit).onMeterRemoved(limit::removed);
        registry.config().meterFilter(limit);
        around.add(registry);
        for (int i = 0; i < 5; i++) {
            around.counter("kraken.some", "pipeline", "a").increment();
            around.counter("kraken.some", "pipeline", "b").increment();
            around.counter("kraken.some", "pipeline", "c").increment();
            assertThat(registry.find("kraken.some").counters()).hasSize(2);
            around.find("kraken.some").meters().forEach(around::remove);
        }
    }

    @Test
    void aRunThatOutlivesItsPlanTakesNoMeterFromTheNextOne() {
        bench.clients.does("f", bench.after(600, event("{}")));
        ScriptedPlan plan = ScriptedPlan.of("{name: 'a', service: 's.f'}").service("{}");
        PlanRunner before = load(plan);
        run(before, "{}");
        before.close();
        bench.clients.answers("f", event("{}"));
        run(load(plan), "{}");
        bench.pass(600);
        assertThat(bench.outcomes).hasSize(2);
        assertThat(runs("completed")).isEqualTo(1);
    }
}
