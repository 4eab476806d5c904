package dev.krakenflow.benchmarks.shop;

import static java.util.Map.entry;

import dev.krakenflow.benchmarks.Arguments;
import dev.krakenflow.benchmarks.Machine;
import dev.krakenflow.benchmarks.TimeLimit;
import dev.krakenflow.benchmarks.http.LoadGenerator;
import dev.krakenflow.benchmarks.process.Standalone;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/**
 * Shows what the online shop does when more customers come than it takes at once, while its billing is slow: some regular
 * customers order when all is well; then a crowd comes and billing gets slow; then the crowd goes and billing is well.
 */
public final class ShopLoad {
    private static final Map<String, Integer> DEFAULTS = Map.ofEntries(
            entry("regulars", 8),
            entry("crowd", 1_500),
            entry("pause-millis", 100),
            entry("in-flight", 1_000),
            entry("bill-millis", 3_000),
            entry("quiet", 10),
            entry("seconds", 60),
            entry("warm-up", 15));
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final int SAMPLES = 3;

    private final Arguments arguments;
    private final LoadGenerator generator;
    private final ShopServices services;
    private final Heap heap;
    private final int port;

    private ShopLoad(Arguments arguments, LoadGenerator generator, ShopServices services, Standalone standalone) {
        this.arguments = arguments;
        this.generator = generator;
        this.services = services;
        this.heap = new Heap(standalone.server().id());
        this.port = standalone.server().port();
    }

    /** Prints a table and what was expected; ends with 1 when something was not so. */
    public static void main(String[] line)
            throws IOException, InterruptedException, ExecutionException, TimeoutException {
        Arguments arguments = Arguments.orExit(line, DEFAULTS);
        int seconds = arguments.number("warm-up") + 2 * arguments.number("quiet") + arguments.number("seconds");
        TimeLimit.start(Duration.ofSeconds(180 + 2L * seconds));
        System.out.println(Machine.describe());
        System.out.println("shop " + arguments + "\n");
        Map<String, String> settings = Map.of("KRAKEN_MAX_IN_FLIGHT", String.valueOf(arguments.number("in-flight")));
        try (Standalone standalone = Standalone.start(settings);
                ShopServices services = ShopServices.start();
                LoadGenerator generator = new LoadGenerator()) {
            ShopDefinitions.ofTheSample().define(standalone.client(), services.url());
            ShopReport report = new ShopLoad(arguments, generator, services, standalone).show();
            System.out.print(report.table());
            report.expectations().forEach(System.out::println);
            System.exit(report.isAsExpected() ? 0 : 1);
        }
    }

    private ShopReport show() throws IOException, InterruptedException, ExecutionException, TimeoutException {
        int pause = arguments.number("pause-millis");
        Customers regulars = Customers.come(generator, port, arguments.number("regulars"), pause);
        seconds(regulars, arguments.number("warm-up"));
        Window quiet = Window.of(seconds(regulars, arguments.number("quiet")));
        services.slowDown(arguments.number("bill-millis"));
        Customers crowd = Customers.come(generator, port, arguments.number("crowd"), pause);
        List<Double> reachable = new ArrayList<>();
        for (int i = 0; i < SAMPLES; i++) {
            Thread.sleep(SECOND.multipliedBy(arguments.number("seconds")).dividedBy(SAMPLES));
            reachable.add(heap.reachable());
        }
        Window crowded = crowd.take();
        Window beside = regulars.take();
        services.slowDown(0);
        crowd.stop();
        List<Window> well = seconds(regulars, arguments.number("quiet"));
        crowd.awaitEnd(ShopReport.LONGEST);
        regulars.stop();
        regulars.awaitEnd(ShopReport.LONGEST);
        Window last = crowd.take();
        return new ShopReport(quiet, Window.of(List.of(crowded, last)), beside, well, reachable, crowd.wrong());
    }

    private static List<Window> seconds(Customers customers, int count)
            throws InterruptedException, ExecutionException {
        List<Window> windows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Thread.sleep(SECOND);
            windows.add(customers.take());
        }
        return windows;
    }
}
