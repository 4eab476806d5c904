package dev.krakenflow.benchmarks.chaos;

import static java.util.Map.entry;

import dev.krakenflow.benchmarks.Arguments;
import dev.krakenflow.benchmarks.Machine;
import dev.krakenflow.benchmarks.TimeLimit;
import dev.krakenflow.benchmarks.Verdict;
import dev.krakenflow.benchmarks.calls.CallWindow;
import dev.krakenflow.benchmarks.calls.Calls;
import dev.krakenflow.benchmarks.http.LoadGenerator;
import dev.krakenflow.benchmarks.process.Deployment;
import dev.krakenflow.benchmarks.process.JsonClient;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/**
 * Shows what the end of Redis does to calls: those of a pipeline in memory do not notice; a memo, a call that runs once and
 * a cast are refused in time while it is away, work again soon afterwards, and keep what they promised before.
 */
public final class LostRedis {
    private static final Map<String, Integer> DEFAULTS = Map.ofEntries(
            entry("calls", 100_000),
            entry("kills", 5),
            entry("callers", 16),
            entry("pause-millis", 5),
            entry("away-seconds", 3),
            entry("last-away-seconds", 15),
            entry("between-seconds", 7));
    private static final double MOST_MILLIS = 1_000;
    private static final int WARM_UP = 300;

    private final Arguments arguments;
    private final Deployment deployment;
    private final LoadGenerator generator;
    private final Verdict verdict = new Verdict(System.out);

    private LostRedis(Arguments arguments, Deployment deployment, LoadGenerator generator) {
        this.arguments = arguments;
        this.deployment = deployment;
        this.generator = generator;
    }

    /** Prints what was answered; ends with 1 when it is not what was promised. */
    public static void main(String[] line)
            throws IOException, InterruptedException, ExecutionException, TimeoutException {
        Arguments arguments = Arguments.orExit(line, DEFAULTS);
        TimeLimit.start(Duration.ofMinutes(15));
        System.out.println(Machine.describe());
        System.out.println("chaos " + arguments + "\n");
        try (Deployment functions = Deployment.functions(Map.of());
                LoadGenerator generator = new LoadGenerator()) {
            LostRedis show = new LostRedis(arguments, functions, generator);
            functions.admin().apply(ChaosDefinitions.SET);
            functions.awaitServed(ChaosDefinitions.PLAIN);
            show.loseRedisUnderLoad();
            System.exit(show.verdict.exitCode());
        }
    }

    private void loseRedisUnderLoad() throws IOException, InterruptedException, ExecutionException, TimeoutException {
        JsonClient client = deployment.data();
        List<Needy> needy = List.of(new MemoCaller(client), new OnceCaller(client), new Caster(client));
        warmUp(needy);
        Calls calls = Calls.begin(
                generator,
                client.port(),
                ChaosDefinitions.plainCalls(),
                (answer, sentAt) -> answer.status() == 200
                        && ChaosDefinitions.isAnswer(answer.body().toString()),
                arguments.number("callers"),
                arguments.number("pause-millis"));
        calls.awaitAnswers(WARM_UP);
        calls.take();
        List<Prober> probers = needy.stream().map(it -> Prober.begin(it::send)).toList();
        List<Outage> outages = outages();
        calls.awaitAnswers(arguments.number("calls") + WARM_UP);
        CallWindow plain = calls.stop();
        verdict.say(plain.wrong() == 0, plain.wrong() + " plain calls failed " + plain.firstWrong());
        verdict.say(plain.percentile(100) <= MOST_MILLIS, "plain: " + plain);
        for (int i = 0; i < needy.size(); i++) {
            tell(needy.get(i), probers.get(i).stop(), outages);
        }
    }

    /** So that what is measured later is not the first time of a process. */
    private static void warmUp(List<Needy> needy) throws IOException {
        for (int i = 1; i <= WARM_UP; i++) {
            for (Needy caller : needy) {
                caller.send(-i);
            }
        }
    }

    private void tell(Needy caller, List<Probe> probes, List<Outage> outages) throws IOException {
        OutageReport report = new OutageReport(caller.title(), caller.right(), caller.code(), probes, outages);
        report.tell(verdict);
        caller.tellWhatWasKept(report.successes(), outages, verdict);
    }

    private List<Outage> outages() throws IOException, InterruptedException {
        List<Outage> outages = new ArrayList<>();
        int kills = arguments.number("kills");
        for (int i = 1; i <= kills; i++) {
            Thread.sleep(Duration.ofSeconds(1));
            long beganAt = System.nanoTime();
            lose(i % 2 == 0);
            long goneAt = System.nanoTime();
            Thread.sleep(Duration.ofSeconds(arguments.number(i < kills ? "away-seconds" : "last-away-seconds")));
            deployment.redis().kill();
            long returnsAt = System.nanoTime();
            deployment.redis().restart();
            outages.add(new Outage(beganAt, goneAt, returnsAt, System.nanoTime()));
            Thread.sleep(Duration.ofSeconds(arguments.number("between-seconds")));
        }
        return outages;
    }

    /** Redis ends at once, or hangs first: then callers wait for answers that never come. */
    private void lose(boolean hangs) throws IOException, InterruptedException {
        if (hangs) {
            deployment.redis().freeze();
        } else {
            deployment.redis().kill();
        }
    }
}
