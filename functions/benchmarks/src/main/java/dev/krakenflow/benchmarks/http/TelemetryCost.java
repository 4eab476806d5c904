package dev.krakenflow.benchmarks.http;

import dev.krakenflow.benchmarks.Arguments;
import dev.krakenflow.benchmarks.Machine;
import dev.krakenflow.benchmarks.TimeLimit;
import dev.krakenflow.benchmarks.Verdict;
import dev.krakenflow.benchmarks.fanout.TimedService;
import dev.krakenflow.benchmarks.process.Launch;
import dev.krakenflow.benchmarks.process.Standalone;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;

/**
 * What it costs to be watched: loads a server that shows nothing, one with metrics, and one that makes spans of everything
 * and sends them to a collector that drops them, in interleaved rounds. Metrics may cost five of a hundred requests.
 */
public final class TelemetryCost {
    private static final Map<String, Integer> DEFAULTS =
            Map.of("connections", 64, "rounds", 7, "seconds", 5, "warm-up", 15, "least-percent", 95);
    private static final Map<String, String> UNWATCHED = Map.of("KRAKEN_EPHEMERAL", "true", "KRAKEN_METRICS", "false");

    private final LoadGenerator generator;
    private final Arguments arguments;

    private TelemetryCost(LoadGenerator generator, Arguments arguments) {
        this.generator = generator;
        this.arguments = arguments;
    }

    /** Prints a table and a verdict; fails when metrics cost too much, an answer was wrong or a server did not start. */
    public static void main(String[] line) throws IOException, InterruptedException, ExecutionException {
        Arguments arguments = Arguments.orExit(line, DEFAULTS);
        int seconds = arguments.number("rounds") * arguments.number("seconds") + arguments.number("warm-up");
        TimeLimit.start(Duration.ofSeconds(240 + 3L * seconds));
        System.out.println(Machine.describe());
        System.out.println("telemetry " + arguments + "\n");
        Verdict verdict = new Verdict(System.out);
        try (TimedService collector = TimedService.start(1);
                Standalone off = Standalone.start("unwatched", Launch.HEAP, UNWATCHED);
                Standalone metrics = Standalone.start("metrics", Launch.HEAP, Map.of("KRAKEN_EPHEMERAL", "true"));
                Standalone spans = Standalone.start("spans", Launch.HEAP, spans(collector));
                LoadGenerator generator = new LoadGenerator()) {
            List<Target> targets = List.of(target(off), target(metrics), target(spans));
            List<WatchedRound> rounds = new TelemetryCost(generator, arguments).rounds(targets);
            System.out.println(WatchedRound.table(rounds));
            verdict.say(collector.came() > 0, "the collector got spans, " + collector.came() + " times");
            double share = 100 * WatchedRound.share(rounds);
            int least = arguments.number("least-percent");
            verdict.say(share >= least, "with metrics %.1f %% of the requests, at least %d".formatted(share, least));
        }
        System.exit(verdict.exitCode());
    }

    private static Map<String, String> spans(TimedService collector) {
        return Map.of(
                "KRAKEN_EPHEMERAL", "true",
                "KRAKEN_METRICS", "false",
                "OTEL_SDK_DISABLED", "false",
                "OTEL_EXPORTER_OTLP_ENDPOINT", collector.url(),
                "QUARKUS_OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf");
    }

    private static Target target(Standalone standalone) throws IOException, InterruptedException {
        standalone.client().define(Orders.NAME, Orders.PIPELINE);
        return Target.of(standalone.server(), "/pipelines/call/" + Orders.NAME);
    }

    private List<WatchedRound> rounds(List<Target> targets) throws InterruptedException, ExecutionException {
        round(targets, arguments.number("warm-up"));
        List<WatchedRound> rounds = new ArrayList<>();
        for (int i = 0; i < arguments.number("rounds"); i++) {
            rounds.add(round(targets, arguments.number("seconds")));
        }
        return rounds;
    }

    private WatchedRound round(List<Target> targets, int seconds) throws InterruptedException, ExecutionException {
        List<Round> loads = new ArrayList<>();
        for (Target target : targets) {
            loads.add(Round.of(target, generator, arguments.number("connections"), Duration.ofSeconds(seconds)));
        }
        return new WatchedRound(loads.get(0), loads.get(1), loads.get(2));
    }
}
