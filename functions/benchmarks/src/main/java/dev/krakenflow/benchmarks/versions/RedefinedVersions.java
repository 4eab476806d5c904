package dev.krakenflow.benchmarks.versions;

import dev.krakenflow.benchmarks.Arguments;
import dev.krakenflow.benchmarks.Machine;
import dev.krakenflow.benchmarks.TimeLimit;
import dev.krakenflow.benchmarks.Verdict;
import dev.krakenflow.benchmarks.calls.CallWindow;
import dev.krakenflow.benchmarks.calls.Calls;
import dev.krakenflow.benchmarks.http.Exchange;
import dev.krakenflow.benchmarks.http.LoadGenerator;
import dev.krakenflow.benchmarks.process.Deployment;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/**
 * Shows that no run fails and none sees two versions while a pipeline, what it plugs and its service are redefined: in the
 * standalone, and with the two functions as processes of their own.
 */
public final class RedefinedVersions {
    private static final Map<String, Integer> DEFAULTS =
            Map.of("calls", 100_000, "redefinitions", 100, "callers", 32, "service-millis", 2);

    /** A pipeline function looks for changes once a second, and loads them while the old plan goes on. */
    private static final Duration GRACE = Duration.ofSeconds(2);

    private final Arguments arguments;
    private final Verdict verdict = new Verdict(System.out);

    private RedefinedVersions(Arguments arguments) {
        this.arguments = arguments;
    }

    /** Prints what was counted; ends with 1 when it is not what was promised. */
    public static void main(String[] line)
            throws IOException, InterruptedException, ExecutionException, TimeoutException {
        Arguments arguments = Arguments.orExit(line, DEFAULTS);
        TimeLimit.start(Duration.ofMinutes(15));
        System.out.println(Machine.describe());
        System.out.println("versions " + arguments);
        RedefinedVersions show = new RedefinedVersions(arguments);
        try (MarkService service = MarkService.start(arguments.number("service-millis"));
                LoadGenerator generator = new LoadGenerator()) {
            MarkedDefinitions definitions = new MarkedDefinitions(service.url());
            try (Deployment standalone = Deployment.standalone(Map.of())) {
                show.redefine(standalone, definitions, generator, Duration.ZERO);
            }
            try (Deployment functions = Deployment.functions(Map.of())) {
                show.redefine(functions, definitions, generator, GRACE);
            }
        }
        System.exit(show.verdict.exitCode());
    }

    private void redefine(Deployment deployment, MarkedDefinitions definitions, LoadGenerator generator, Duration grace)
            throws IOException, InterruptedException, ExecutionException, TimeoutException {
        System.out.println("\n" + deployment.title());
        int last = arguments.number("redefinitions") + 1;
        VersionCheck check = new VersionCheck(last, grace);
        deployment.admin().apply(definitions.version(1));
        deployment.awaitServed(MarkedDefinitions.NAME);
        Exchange call = Exchange.post("/pipelines/call/" + MarkedDefinitions.NAME, "{}", answer -> true);
        Calls calls =
                Calls.begin(generator, deployment.data().port(), List.of(call), check, arguments.number("callers"), 0);
        for (int version = 2; version <= last; version++) {
            calls.awaitAnswers((int) ((long) arguments.number("calls") * (version - 1) / (last + 1)));
            deployment.admin().apply(definitions.version(version));
            check.applied(version);
        }
        Thread.sleep(grace.plus(grace));
        calls.awaitAnswers(arguments.number("calls"));
        report(calls.stop(), check, last, grace);
    }

    private void report(CallWindow window, VersionCheck check, int last, Duration grace) {
        System.out.println(window + ", " + (last - 1) + " redefinitions, " + check.seen() + " versions seen");
        verdict.say(check.failed() == 0, check.failed() + " calls failed " + window.firstWrong());
        verdict.say(check.mixed() == 0, check.mixed() + " runs saw two versions");
        verdict.say(
                check.stale() == 0,
                check.stale() + " saw a version that was replaced more than " + grace.toSeconds()
                        + " s before they were sent");
        verdict.say(check.saw(1) && check.saw(last), "the first and the last version were seen");
    }
}
