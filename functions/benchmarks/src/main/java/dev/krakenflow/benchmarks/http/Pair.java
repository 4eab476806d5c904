package dev.krakenflow.benchmarks.http;

import dev.krakenflow.benchmarks.Median;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** The two halves of one round, one straight after the other, so that what disturbs the machine disturbs both. */
record Pair(Round kraken, Round bare) {

    /** The rounds as a table: medians of either side, and the median of the ratios. */
    static String table(List<Pair> pairs) {
        return "| %-40s | %10s | %10s | %15s |%n|---|--:|--:|--:|%n"
                        .formatted("median of " + pairs.size() + " rounds", "Kraken", "bare", "Kraken ÷ bare")
                + line("requests/s", pairs, round -> round.load().perSecond())
                + line("latency p50, ms", pairs, round -> round.load().p50())
                + line("latency p99, ms", pairs, round -> round.load().p99())
                + line("processor time of the server/request, µs", pairs, Round::processor)
                + line("processor time of the generator/request, µs", pairs, Round::generator);
    }

    private static String line(String what, List<Pair> pairs, ToDoubleFunction<Round> value) {
        return String.format(
                Locale.ROOT,
                "| %-40s | %10.1f | %10.1f | %15.2f |%n",
                what,
                Median.of(pairs, pair -> value.applyAsDouble(pair.kraken)),
                Median.of(pairs, pair -> value.applyAsDouble(pair.bare)),
                Median.of(pairs, pair -> value.applyAsDouble(pair.kraken) / value.applyAsDouble(pair.bare)));
    }
}
