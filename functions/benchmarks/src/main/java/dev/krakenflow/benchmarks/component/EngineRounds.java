package dev.krakenflow.benchmarks.component;

import dev.krakenflow.benchmarks.Arguments;
import dev.krakenflow.benchmarks.Machine;
import dev.krakenflow.benchmarks.TimeLimit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Runs all component benchmarks in rounds, each benchmark straight after its twin and each in a fresh JVM, and prints
 * the medians of both and of the rounds' ratios.
 */
public final class EngineRounds {
    private static final Map<String, Integer> DEFAULTS = Map.of("rounds", 5);
    private static final Duration ROUND = Duration.ofMinutes(5);

    private EngineRounds() {}

    /** Prints a table. */
    public static void main(String[] line) throws RunnerException {
        Arguments arguments = Arguments.orExit(line, DEFAULTS);
        int rounds = arguments.number("rounds");
        TimeLimit.start(ROUND.multipliedBy(rounds));
        System.out.println(Machine.describe());
        System.out.println("engine " + arguments + "\n");
        List<Comparison> comparisons = new ArrayList<>();
        for (int i = 0; i < rounds; i++) {
            comparisons.addAll(Comparison.pair(round()));
        }
        System.out.print(Comparison.table(comparisons));
    }

    private static Collection<RunResult> round() throws RunnerException {
        Options options = new OptionsBuilder()
                .include(EngineRounds.class.getPackageName())
                .addProfiler(GCProfiler.class)
                .verbosity(VerboseMode.SILENT)
                .shouldFailOnError(true)
                .build();
        return new Runner(options).run();
    }
}
