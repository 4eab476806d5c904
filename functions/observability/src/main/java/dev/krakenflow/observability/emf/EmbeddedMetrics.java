package dev.krakenflow.observability.emf;

import dev.krakenflow.engine.Outcome;
import dev.krakenflow.engine.PathObserver;
import dev.krakenflow.engine.PlanObserver;
import dev.krakenflow.engine.RunObserver;
import dev.krakenflow.engine.RunObservers;
import dev.krakenflow.function.runtime.InvocationEnd;
import dev.krakenflow.json.JsonWriter;
import dev.krakenflow.plan.Plan;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Counts runs and failures and keeps durations by pipeline, and tells them with the end of an invocation, a line for each
 * pipeline that ran. Definitions bound the names of pipelines, and so the lines. Thread-safe.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html">
 *     Embedded metric format</a>
 */
final class EmbeddedMetrics implements RunObservers, InvocationEnd {

    private static final String NAMESPACE = "Kraken";
    private static final String DIMENSION = "pipeline";
    private static final String RUNS = "Runs";
    private static final String FAILURES = "Failures";
    private static final String DURATION = "Duration";

    private static final List<Object> METRICS = List.of(
            Map.of("Name", RUNS, "Unit", "Count"),
            Map.of("Name", FAILURES, "Unit", "Count"),
            Map.of("Name", DURATION, "Unit", "Milliseconds"));

    private final Consumer<String> out;
    private final InstantSource clock;
    private final LongSupplier nanoTime;
    private final Map<String, PipelineRuns> pipelines = new ConcurrentHashMap<>();

    /** @param out takes a line */
    EmbeddedMetrics(Consumer<String> out, InstantSource clock, LongSupplier nanoTime) {
        this.out = out;
        this.clock = clock;
        this.nanoTime = nanoTime;
    }

    @Override
    public PlanObserver observe(Plan plan, long version) {
        PipelineRuns runs = pipelines.computeIfAbsent(plan.pipeline(), name -> new PipelineRuns());
        return (event, options) -> begin(runs);
    }

    private RunObserver begin(PipelineRuns runs) {
        long began = nanoTime.getAsLong();
        return new RunObserver() {
            @Override
            public PathObserver path() {
                return PathObserver.NONE;
            }

            @Override
            public void finished(List<Outcome> outcomes) {
                boolean failed = outcomes.stream().anyMatch(Outcome.Failed.class::isInstance);
                runs.ended(failed, nanoTime.getAsLong() - began);
            }
        };
    }

    @Override
    public void flush() {
        pipelines.forEach((pipeline, runs) -> {
            PipelineRuns.Told told = runs.take();
            if (told.runs() > 0) {
                out.accept(line(pipeline, told));
            }
        });
    }

    private String line(String pipeline, PipelineRuns.Told told) {
        Map<String, Object> directive =
                Map.of("Namespace", NAMESPACE, "Dimensions", List.of(List.of(DIMENSION)), "Metrics", METRICS);
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("_aws", Map.of("Timestamp", clock.millis(), "CloudWatchMetrics", List.of(directive)));
        line.put(DIMENSION, pipeline);
        line.put(RUNS, told.runs());
        line.put(FAILURES, told.failures());
        line.put(DURATION, told.millis());
        return JsonWriter.write(line);
    }
}
