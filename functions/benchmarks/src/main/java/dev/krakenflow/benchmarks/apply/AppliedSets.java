package dev.krakenflow.benchmarks.apply;

import static java.util.Map.entry;

import dev.krakenflow.benchmarks.Arguments;
import dev.krakenflow.benchmarks.Machine;
import dev.krakenflow.benchmarks.Median;
import dev.krakenflow.benchmarks.TimeLimit;
import dev.krakenflow.benchmarks.Verdict;
import dev.krakenflow.benchmarks.calls.CallWindow;
import dev.krakenflow.benchmarks.calls.Calls;
import dev.krakenflow.benchmarks.http.LoadGenerator;
import dev.krakenflow.benchmarks.process.Deployment;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/**
 * Shows that a thousand pipelines are applied in time, version after version, while calls of another one hardly notice, and
 * what comes of it all: in the standalone, and with the two functions as processes of their own.
 */
public final class AppliedSets {
    private static final Map<String, Integer> DEFAULTS = Map.ofEntries(
            entry("pipelines", 1_000),
            entry("versions", 10),
            entry("callers", 16),
            entry("pause-millis", 10),
            entry("seconds", 20),
            entry("warm-up", 10));
    private static final double MOST_SECONDS = 10;
    private static final double MEDIAN_RISE_MILLIS = 5;
    private static final double P99_RISE_MILLIS = 50;

    private final Arguments arguments;
    private final ManyPipelines pipelines;
    private final Verdict verdict = new Verdict(System.out);

    private AppliedSets(Arguments arguments) {
        this.arguments = arguments;
        this.pipelines = new ManyPipelines(arguments.number("pipelines"));
    }

    /** Prints what was measured; ends with 1 when it is not what was promised. */
    public static void main(String[] line)
            throws IOException, InterruptedException, ExecutionException, TimeoutException {
        Arguments arguments = Arguments.orExit(line, DEFAULTS);
        TimeLimit.start(Duration.ofMinutes(20));
        System.out.println(Machine.describe());
        System.out.println("apply " + arguments);
        AppliedSets show = new AppliedSets(arguments);
        try (LoadGenerator generator = new LoadGenerator()) {
            try (Deployment standalone = Deployment.standalone(Map.of())) {
                show.applyUnderLoad(standalone, generator);
            }
            try (Deployment functions = Deployment.functions(Map.of())) {
                show.applyUnderLoad(functions, generator);
                new ColdLoad(functions.redis()).tell(show.verdict);
            }
        }
        System.exit(show.verdict.exitCode());
    }

    private void applyUnderLoad(Deployment deployment, LoadGenerator generator)
            throws IOException, InterruptedException, ExecutionException, TimeoutException {
        System.out.println("\n" + deployment.title());
        deployment.admin().apply(new ManyPipelines(1).version(0));
        deployment.awaitServed(ManyPipelines.STEADY);
        SteadyCheck check = new SteadyCheck();
        Calls calls = Calls.begin(
                generator,
                deployment.data().port(),
                List.of(SteadyCheck.call()),
                check,
                arguments.number("callers"),
                arguments.number("pause-millis"));
        Thread.sleep(Duration.ofSeconds(arguments.number("warm-up")));
        calls.take();
        Thread.sleep(Duration.ofSeconds(arguments.number("seconds")));
        CallWindow before = calls.take();
        List<Double> seconds = applyAll(deployment);
        compare(before, calls.take(), seconds);
        new Oblivion(deployment, pipelines, arguments.number("versions")).tell(calls, check, verdict);
        CallWindow last = calls.stop();
        verdict.say(last.wrong() == 0, last.wrong() + " calls failed afterwards " + last.firstWrong());
    }

    private List<Double> applyAll(Deployment deployment) throws IOException {
        List<Double> seconds = new ArrayList<>();
        for (int version = 1; version <= arguments.number("versions"); version++) {
            String definitions = pipelines.version(version);
            long began = System.nanoTime();
            deployment.admin().apply(definitions);
            seconds.add((System.nanoTime() - began) / 1e9);
        }
        return seconds;
    }

    private void compare(CallWindow before, CallWindow meanwhile, List<Double> seconds) {
        double longest = seconds.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
        verdict.say(
                longest < MOST_SECONDS,
                "%d pipelines applied %d times: the first time %.1f s, median %.1f, longest %.1f"
                        .formatted(
                                pipelines.count(),
                                seconds.size(),
                                seconds.get(0),
                                Median.of(seconds, Double::doubleValue),
                                longest));
        System.out.println("before: " + before);
        System.out.println("meanwhile: " + meanwhile);
        verdict.say(meanwhile.wrong() == 0, meanwhile.wrong() + " calls failed meanwhile " + meanwhile.firstWrong());
        rise("median", before.percentile(50), meanwhile.percentile(50), MEDIAN_RISE_MILLIS);
        rise("p99", before.percentile(99), meanwhile.percentile(99), P99_RISE_MILLIS);
    }

    private void rise(String what, double before, double meanwhile, double most) {
        verdict.say(
                meanwhile - before < most,
                "%s of calls rises by %.1f ms, less than %.0f".formatted(what, meanwhile - before, most));
    }
}
