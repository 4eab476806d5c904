package dev.krakenflow.benchmarks.http;

import dev.krakenflow.benchmarks.Median;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** The same load twice: alone on the server, and straight afterwards beside endless loops. */
record Disturbance(Load alone, Load beside) {

    /** The rounds as a table: medians of either, and the median of the differences. */
    static String table(List<Disturbance> rounds) {
        String title = "median of " + rounds.size() + " rounds";
        return "| %-20s | %10s | %12s | %10s |%n|---|--:|--:|--:|%n".formatted(title, "alone", "beside loops", "rise")
                + line("requests/s", rounds, Load::perSecond)
                + line("latency p50, ms", rounds, Load::p50)
                + line("latency p99, ms", rounds, Load::p99)
                + line("longest, ms", rounds, Load::longest);
    }

    private static String line(String what, List<Disturbance> rounds, ToDoubleFunction<Load> value) {
        return String.format(
                Locale.ROOT,
                "| %-20s | %10.1f | %12.1f | %10.1f |%n",
                what,
                Median.of(rounds, round -> value.applyAsDouble(round.alone)),
                Median.of(rounds, round -> value.applyAsDouble(round.beside)),
                Median.of(rounds, round -> value.applyAsDouble(round.beside) - value.applyAsDouble(round.alone)));
    }
}
