package dev.krakenflow.benchmarks.component;

import static java.util.Objects.requireNonNull;

import dev.krakenflow.plan.Plan;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * A plan in the engine, and its twin. JMH makes two benchmarks of each subclass; what they report is for one component
 * of the plan, with its share of what a run costs by itself.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(Programs.LENGTH)
@Fork(1)
@Warmup(iterations = 4, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 4, time = 500, timeUnit = TimeUnit.MILLISECONDS)
public abstract class ComponentBenchmark {
    private final Workbench workbench = new Workbench();
    private @Nullable EngineRuns runs;
    private @Nullable Twin twin;

    abstract Plan plan();

    abstract Twin twin(Workbench with);

    /** Loads the plan and compiles the twin's expressions; called by JMH, once in a fork. */
    @Setup
    public void prepare() {
        runs = workbench.runs(plan());
        twin = twin(workbench);
    }

    /** One run of the plan. */
    @Benchmark
    public Map<String, Object> engine() {
        return requireNonNull(runs).run();
    }

    /** The same expressions once. */
    @Benchmark
    public void bare(Blackhole results) {
        requireNonNull(twin).evaluate(workbench.event(), workbench.evaluation(), results);
    }
}
