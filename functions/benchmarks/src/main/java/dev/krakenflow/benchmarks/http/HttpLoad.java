package dev.krakenflow.benchmarks.http;

import dev.krakenflow.benchmarks.Arguments;
import dev.krakenflow.benchmarks.Machine;
import dev.krakenflow.benchmarks.TimeLimit;
import dev.krakenflow.benchmarks.process.ServerProcess;
import dev.krakenflow.benchmarks.process.Standalone;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;

/**
 * Loads the standalone with a pipeline of three transforming stages, and a bare server that does the same in plain
 * Java, in interleaved rounds, and prints the medians of both and of the rounds' ratios.
 */
public final class HttpLoad {
    private static final Map<String, Integer> DEFAULTS =
            Map.of("connections", 64, "rounds", 7, "seconds", 5, "warm-up", 15);

    private final LoadGenerator generator;
    private final int connections;

    private HttpLoad(LoadGenerator generator, int connections) {
        this.generator = generator;
        this.connections = connections;
    }

    /** Prints a table; fails when an answer was wrong or a server did not start. */
    public static void main(String[] line) throws IOException, InterruptedException, ExecutionException {
        Arguments arguments = Arguments.orExit(line, DEFAULTS);
        int seconds = arguments.number("rounds") * arguments.number("seconds") + arguments.number("warm-up");
        TimeLimit.start(Duration.ofSeconds(180 + 2L * seconds));
        System.out.println(Machine.describe());
        System.out.println("http " + arguments + "\n");
        try (Standalone standalone = Standalone.start();
                ServerProcess bare = BareServer.inItsOwnProcess();
                LoadGenerator generator = new LoadGenerator()) {
            standalone.client().define(Orders.NAME, Orders.PIPELINE);
            Target kraken = Target.of(standalone.server(), "/pipelines/call/" + Orders.NAME);
            HttpLoad load = new HttpLoad(generator, arguments.number("connections"));
            load.compare(kraken, Target.of(bare, "/orders"), arguments);
        }
    }

    private void compare(Target kraken, Target bare, Arguments arguments)
            throws InterruptedException, ExecutionException {
        Duration warmUp = Duration.ofSeconds(arguments.number("warm-up"));
        Duration time = Duration.ofSeconds(arguments.number("seconds"));
        round(kraken, warmUp);
        round(bare, warmUp);
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < arguments.number("rounds"); i++) {
            pairs.add(new Pair(round(kraken, time), round(bare, time)));
        }
        System.out.print(Pair.table(pairs));
    }

    private Round round(Target target, Duration time) throws InterruptedException, ExecutionException {
        return Round.of(target, generator, connections, time);
    }
}
