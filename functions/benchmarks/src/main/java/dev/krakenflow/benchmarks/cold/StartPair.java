package dev.krakenflow.benchmarks.cold;

import dev.krakenflow.benchmarks.Median;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** Two starts, one straight after the other, so that what disturbs the machine disturbs both. */
record StartPair(Start kraken, Start bare) {

    /** Medians of either side, and the median of the ratios. */
    static String table(String title, List<StartPair> pairs) {
        return "| %-50s | %8s | %8s | %13s |%n|---|--:|--:|--:|%n".formatted(title, "Kraken", "bare", "Kraken ÷ bare")
                + line("user and system time, ms", pairs, Start::processorMillis)
                + line("wall, ms", pairs, Start::wallMillis);
    }

    private static String line(String what, List<StartPair> pairs, ToDoubleFunction<Start> value) {
        return String.format(
                Locale.ROOT,
                "| %-50s | %8.0f | %8.0f | %13.2f |%n",
                what,
                Median.of(pairs, pair -> value.applyAsDouble(pair.kraken)),
                Median.of(pairs, pair -> value.applyAsDouble(pair.bare)),
                ratio(pairs, value));
    }

    /** The median of the pairs' ratios of a value. */
    static double ratio(List<StartPair> pairs, ToDoubleFunction<Start> value) {
        return Median.of(pairs, pair -> value.applyAsDouble(pair.kraken) / value.applyAsDouble(pair.bare));
    }
}
