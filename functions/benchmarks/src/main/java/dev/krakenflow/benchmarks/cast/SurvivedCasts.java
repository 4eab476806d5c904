package dev.krakenflow.benchmarks.cast;

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
import java.util.Map;

/**
 * Shows that no cast is lost: while events are cast, the pipeline functions that take and run them are killed in turn
 * (SIGKILL), and Redis once, each as soon as it is there again. At the end every cast that was accepted must be done, and
 * the service that the pipeline calls must have seen each event.
 */
public final class SurvivedCasts {

    private static final Map<String, Integer> DEFAULTS =
            Map.of("events", 10_000, "callers", 16, "pause-millis", 50, "kills", 3, "service-millis", 50);

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private static final String PIPELINE = """
            {"name": "attend", "concurrency": 32, "components": [{"type": "stage", "name": "attend",
              "service": {"name": "attendance", "function": "attend"}, "prepare": {"id": "{% id %}"}}]}""";

    private static final String SERVICE = """
            {"name": "attendance", "client": {"module": "http", "start": {"base_url": "%s"}}, "interface": {"attend": {
              "prepare": {"method": "POST", "path": "/", "params": {"id": "{%% id %%}"}}, "transform": {}}}}""";

    private final RedisServer redis;
    private final List<FunctionProcess> functions;
    private final AttendanceService service;
    private final Arguments arguments;
    private final AcceptedCasts accepted = new AcceptedCasts();

    private SurvivedCasts(
            RedisServer redis, List<FunctionProcess> functions, AttendanceService service, Arguments arguments) {
        this.redis = redis;
        this.functions = functions;
        this.service = service;
        this.arguments = arguments;
    }

    /** Prints what became of the casts; ends with 1 when one was lost. */
    public static void main(String[] line) throws IOException {
        Arguments arguments = Arguments.orExit(line, DEFAULTS);
        TimeLimit.start(Duration.ofMinutes(15));
        System.out.println(Machine.describe());
        System.out.println("cast " + arguments + "\n");
        Map<String, String> quick = Map.of("KRAKEN_REFRESH", "200ms");
        try (RedisServer redis = RedisServer.durable();
                AttendanceService service = new AttendanceService(arguments.number("service-millis"));
                FunctionProcess admin = FunctionProcess.admin(redis.url());
                FunctionProcess one = FunctionProcess.pipeline("pipeline-1", redis.url(), quick);
                FunctionProcess other = FunctionProcess.pipeline("pipeline-2", redis.url(), quick)) {
            admin.client().defineService("attendance", SERVICE.formatted(service.url()));
            admin.client().define("attend", PIPELINE);
            Verdict verdict = new Verdict(System.out);
            new SurvivedCasts(redis, List.of(one, other), service, arguments).show(verdict);
            System.exit(verdict.exitCode());
        }
    }

    private void show(Verdict verdict) throws IOException {
        int events = arguments.number("events");
        try (Casters casters = new Casters(
                functions, accepted, events, arguments.number("callers"), arguments.number("pause-millis"))) {
            killAll(events);
            casters.await();
        }
        CastReport report = new CastReport(accepted, service, functions);
        report.awaitAll(PATIENCE);
        report.print(verdict);
    }

    /** The functions in turn, and Redis after the first of them, spread over the events. */
    private void killAll(int events) throws IOException {
        int kills = arguments.number("kills");
        for (int kill = 0; kill < kills; kill++) {
            awaitAccepted((long) events * (2 * kill + 1) / (2 * kills + 1));
            FunctionProcess victim = functions.get(kill % functions.size());
            tell("kill pipeline function " + (kill % functions.size() + 1));
            victim.server().kill();
            victim.restart();
            tell("it is there again");
            if (kill == 0) {
                awaitAccepted((long) events * 2 / (2 * kills + 1));
                tell("kill Redis");
                redis.kill();
                redis.restart();
                tell("it is there again");
            }
        }
    }

    private void awaitAccepted(long count) throws IOException {
        Patience.await(PATIENCE, count + " casts are accepted", () -> accepted.count() >= count);
    }

    private void tell(String what) {
        System.out.printf("%5d accepted: %s%n", accepted.count(), what);
    }
}
