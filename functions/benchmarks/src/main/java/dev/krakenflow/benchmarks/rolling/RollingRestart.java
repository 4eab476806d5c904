package dev.krakenflow.benchmarks.rolling;

import static java.util.Map.entry;

import dev.krakenflow.benchmarks.Arguments;
import dev.krakenflow.benchmarks.Machine;
import dev.krakenflow.benchmarks.Patience;
import dev.krakenflow.benchmarks.TimeLimit;
import dev.krakenflow.benchmarks.Verdict;
import dev.krakenflow.benchmarks.process.FunctionProcess;
import dev.krakenflow.benchmarks.process.RedisServer;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/**
 * Shows that no call fails while two pipeline functions behind a balancer are asked to end (SIGTERM) and started again, one
 * after the other, with runs under way that take longer than the time for which the balancer is warned.
 */
public final class RollingRestart {
    private static final Map<String, Integer> DEFAULTS = Map.ofEntries(
            entry("calls", 100_000),
            entry("restarts", 6),
            entry("callers", 64),
            entry("quick-millis", 5),
            entry("slow-millis", 3_000),
            entry("delay-millis", 1_000));

    /** What a process may take to end beside what it waits for. */
    private static final long TO_END_MILLIS = 3_000;

    private static final Duration START = Duration.ofMinutes(2);
    private static final int WARM_UP = 200;

    private final Arguments arguments;
    private final List<FunctionProcess> servers;
    private final Verdict verdict = new Verdict(System.out);

    private RollingRestart(Arguments arguments, List<FunctionProcess> servers) {
        this.arguments = arguments;
        this.servers = servers;
    }

    /** Prints what was counted; ends with 1 when it is not what was promised. */
    public static void main(String[] line)
            throws IOException, InterruptedException, ExecutionException, TimeoutException {
        Arguments arguments = Arguments.orExit(line, DEFAULTS);
        TimeLimit.start(Duration.ofMinutes(15));
        System.out.println(Machine.describe());
        System.out.println("shutdown " + arguments + "\n");
        Map<String, String> settings = Map.of("KRAKEN_SHUTDOWN_DELAY", arguments.number("delay-millis") + "ms");
        try (RedisServer redis = RedisServer.durable();
                FunctionProcess admin = FunctionProcess.admin(redis.url());
                FunctionProcess one = FunctionProcess.pipeline("pipeline-1", redis.url(), settings);
                FunctionProcess other = FunctionProcess.pipeline("pipeline-2", redis.url(), settings);
                PauseService service = PauseService.start()) {
            admin.client().defineService("pauses", service.definition());
            admin.client().define(PauseService.NAME, PauseService.pipeline());
            RollingRestart show = new RollingRestart(arguments, List.of(one, other));
            show.warmUp();
            show.restartUnderLoad();
            System.exit(show.verdict.exitCode());
        }
    }
    /** Both have loaded the plan and compiled what they do most before anything is counted. */
    private void warmUp() throws IOException {
        for (FunctionProcess server : servers) {
            for (int i = 0; i < WARM_UP; i++) {
                server.client().post("/pipelines/call/" + PauseService.NAME, "{\"millis\":1}");
            }
        }
    }

    private void restartUnderLoad() throws IOException, InterruptedException, ExecutionException, TimeoutException {
        int wanted = arguments.number("calls");
        int restarts = arguments.number("restarts");
        try (RoundRobin balancer =
                new RoundRobin(servers.stream().map(it -> it.server().port()).toList())) {
            for (Backend backend : balancer.backends()) {
                Patience.await(START, "a server is ready", backend::isReady);
            }
            Callers callers = Callers.begin(
                    balancer,
                    arguments.number("callers"),
                    arguments.number("quick-millis"),
                    arguments.number("slow-millis"));
            for (int i = 0; i < restarts; i++) {
                await(callers, (int) ((long) wanted * (i + 1) / (restarts + 2)));
                int turn = i % servers.size();
                restart(servers.get(turn), balancer.backends().get(turn));
            }
            await(callers, wanted);
            callers.stop();
            verdict.say(
                    callers.failed() == 0,
                    callers.failed() + " of " + callers.calls() + " calls failed" + callers.firstFailure());
        }
    }

    private static void await(Callers callers, int calls) throws IOException {
        Patience.await(START, calls + " calls were made", () -> callers.calls() >= calls);
    }

    private void restart(FunctionProcess function, Backend backend) throws IOException {
        int answers = backend.takeAnswers();
        long began = System.nanoTime();
        function.server().terminate();
        boolean ended = function.server().ends(START);
        double millis = (System.nanoTime() - began) / 1e6;
        long most = arguments.number("delay-millis") + arguments.number("slow-millis") + TO_END_MILLIS;
        verdict.say(
                answers > 0 && ended && millis <= most,
                String.format(
                        Locale.ROOT,
                        "after %d answers %s ended %.1f s after it was asked to, at most %.1f",
                        answers,
                        function.server().name(),
                        millis / 1e3,
                        most / 1e3));
        function.restart();
        Patience.await(START, "a server that was started again is ready", backend::isReady);
    }
}
