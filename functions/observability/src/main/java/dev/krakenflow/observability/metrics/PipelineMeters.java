package dev.krakenflow.observability.metrics;

import dev.krakenflow.failure.Failure;
import dev.krakenflow.observability.FailureLabel;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What is measured of one pipeline. A meter is made when there is something to measure. Thread-safe. */
final class PipelineMeters {
    static final String RUNS = "kraken.runs";
    static final String FAILURES = "kraken.failures";
    static final String COMPONENTS = "kraken.components";
    static final String FINALLY_FAILURES = "kraken.finally.failures";
    static final String COMPENSATION_FAILURES = "kraken.compensation.failures";

    /** The buckets of runs and calls. */
    static final Duration[] BUCKETS = {
        Duration.ofMillis(5),
        Duration.ofMillis(25),
        Duration.ofMillis(100),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofSeconds(5),
        Duration.ofSeconds(30)
    };

    private static final String PIPELINE = "pipeline";

    private final MeterSet meters;
    private final String pipeline;
    private final Map<RunEnd, Timer> runs = new ConcurrentHashMap<>();
    private final Map<String, Timer> components = new ConcurrentHashMap<>();
    private final Map<String, Counter> failures = new ConcurrentHashMap<>();

    PipelineMeters(MeterSet meters, String pipeline) {
        this.meters = meters;
        this.pipeline = pipeline;
    }

    String pipeline() {
        return pipeline;
    }

    Timer runs(RunEnd end) {
        Timer timer = runs.get(end);
        return timer == null ? runs.computeIfAbsent(end, this::timer) : timer;
    }

    Timer component(String name) {
        Timer timer = components.get(name);
        return timer == null ? components.computeIfAbsent(name, this::timer) : timer;
    }

    /** A failure that is answered. */
    void failed(Failure failure) {
        failures.computeIfAbsent(FailureLabel.of(failure), this::counter).increment();
    }

    /** What it does at last failed. */
    void failedInFinally() {
        failures.computeIfAbsent(FINALLY_FAILURES, this::total).increment();
    }

    /** A stage could not be undone. */
    void failedInCompensation() {
        failures.computeIfAbsent(COMPENSATION_FAILURES, this::total).increment();
    }

    void remove() {
        meters.remove();
    }

    private Timer timer(RunEnd end) {
        return meters.add(Timer.builder(RUNS)
                .description("Runs from their event to their outcome")
                .tags(PIPELINE, pipeline, "outcome", end.label())
                .serviceLevelObjectives(BUCKETS)::register);
    }

    private Timer timer(String component) {
        return meters.add(Timer.builder(COMPONENTS)
                .description("Stays of events in components, with all that these call")
                .tags(PIPELINE, pipeline, "component", component)::register);
    }

    private Counter counter(String code) {
        return meters.add(Counter.builder(FAILURES)
                .description("Failures that are answered")
                .tags(PIPELINE, pipeline, "code", code)::register);
    }

    private Counter total(String name) {
        return meters.add(Counter.builder(name)
                .description("Failures that no answer holds")
                .tags(PIPELINE, pipeline)::register);
    }
}
