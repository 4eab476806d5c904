package dev.krakenflow.benchmarks.http;

import dev.krakenflow.benchmarks.Arguments;
import dev.krakenflow.benchmarks.Machine;
import dev.krakenflow.benchmarks.TimeLimit;
import dev.krakenflow.benchmarks.process.Standalone;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/**
 * Shows over HTTP that a timeout of 1 s ends an endless loop in time, and that four of them at once, called again and
 * again, leave the latency of another pipeline alone.
 */
public final class EndlessLoops {
    private static final Map<String, Integer> DEFAULTS =
            Map.of("connections", 16, "loops", 4, "rounds", 7, "seconds", 5, "warm-up", 10);
    private static final String NAME = "endless";
    private static final String PIPELINE = """
            {"name": "endless", "timeout": "1s", "max_hops": 10000000, "max_components": 100000000, "components": [
              {"type": "goto-point", "name": "again"},
              {"type": "stage", "transform": {"turns": "{% turns + 1 %}", "sum": "{% $sum([1..100]) %}"}},
              {"type": "goto", "to": "again"}
            ]}
            """;

    private final LoadGenerator generator;
    private final Arguments arguments;
    private final int port;
    private final Exchange loop =
            Exchange.post("/pipelines/call/" + NAME, "{\"turns\": 0}", EndlessLoops::ranOutOfTime);

    private EndlessLoops(LoadGenerator generator, Arguments arguments, int port) {
        this.generator = generator;
        this.arguments = arguments;
        this.port = port;
    }

    /** Prints what was measured; fails when an answer was wrong or the server did not start. */
    public static void main(String[] line) throws IOException, InterruptedException, ExecutionException {
        Arguments arguments = Arguments.orExit(line, DEFAULTS);
        int seconds = arguments.number("rounds") * arguments.number("seconds") + arguments.number("warm-up");
        TimeLimit.start(Duration.ofSeconds(180 + 4L * seconds));
        System.out.println(Machine.describe());
        System.out.println("loops " + arguments + "\n");
        try (Standalone standalone = Standalone.start();
                LoadGenerator generator = new LoadGenerator()) {
            standalone.client().define(Orders.NAME, Orders.PIPELINE);
            standalone.client().define(NAME, PIPELINE);
            Target other = Target.of(standalone.server(), "/pipelines/call/" + Orders.NAME);
            new EndlessLoops(generator, arguments, standalone.server().port()).show(other);
        }
    }

    private void show(Target other) throws InterruptedException, ExecutionException {
        Duration warmUp = Duration.ofSeconds(arguments.number("warm-up"));
        Duration time = Duration.ofSeconds(arguments.number("seconds"));
        loops(1, warmUp).get();
        load(other, warmUp).get();
        print("a timeout of 1 s, one loop at a time", loops(1, time).get());
        print(
                "a timeout of 1 s, all loops at once",
                loops(arguments.number("loops"), time).get());
        List<Disturbance> rounds = new ArrayList<>();
        for (int i = 0; i < arguments.number("rounds"); i++) {
            Load alone = load(other, time).get();
            CompletableFuture<Load> loops = loops(arguments.number("loops"), time);
            Load beside = load(other, time).get();
            loops.get();
            rounds.add(new Disturbance(alone, beside));
        }
        System.out.print("\n" + Disturbance.table(rounds));
    }

    private CompletableFuture<Load> loops(int count, Duration time) {
        return generator.start(port, List.of(loop), count, time);
    }

    private CompletableFuture<Load> load(Target target, Duration time) {
        return generator.start(port, target.exchanges(), arguments.number("connections"), time);
    }

    private static boolean ranOutOfTime(Answer answer) {
        return answer.status() == 504 && answer.body().toString().contains("\"budget-exhausted\"");
    }

    private static void print(String what, Load load) {
        System.out.printf(
                Locale.ROOT,
                "%s: %d calls, answered after %.0f ms at the latest%n",
                what,
                load.answers(),
                load.longest());
    }
}
