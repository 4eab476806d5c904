package dev.krakenflow.benchmarks.http;

import dev.krakenflow.benchmarks.Median;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** The same load on a server that shows nothing, one with metrics and one with spans, one straight after the other. */
record WatchedRound(Round off, Round metrics, Round spans) {

    /** The rounds as a table: medians of each server, and the medians of the ratios to the one that shows nothing. */
    static String table(List<WatchedRound> rounds) {
        return "| %-40s | %8s | %8s | %8s | %13s | %11s |%n|---|--:|--:|--:|--:|--:|%n"
                        .formatted(
                                "median of " + rounds.size() + " rounds",
                                "off",
                                "metrics",
                                "spans",
                                "metrics ÷ off",
                                "spans ÷ off")
                + line("requests/s", rounds, round -> round.load().perSecond())
                + line("latency p50, ms", rounds, round -> round.load().p50())
                + line("latency p99, ms", rounds, round -> round.load().p99())
                + line("processor time of the server/request, µs", rounds, Round::processor);
    }

    /** How many requests are served with metrics for each that is without: the median of the rounds. */
    static double share(List<WatchedRound> rounds) {
        return ratio(rounds, WatchedRound::metrics, it -> it.load().perSecond());
    }

    private static String line(String what, List<WatchedRound> rounds, ToDoubleFunction<Round> value) {
        return String.format(
                Locale.ROOT,
                "| %-40s | %8.1f | %8.1f | %8.1f | %13.3f | %11.3f |%n",
                what,
                Median.of(rounds, it -> value.applyAsDouble(it.off)),
                Median.of(rounds, it -> value.applyAsDouble(it.metrics)),
                Median.of(rounds, it -> value.applyAsDouble(it.spans)),
                ratio(rounds, WatchedRound::metrics, value),
                ratio(rounds, WatchedRound::spans, value));
    }

    private static double ratio(
            List<WatchedRound> rounds, Function<WatchedRound, Round> watched, ToDoubleFunction<Round> value) {
        return Median.of(rounds, it -> value.applyAsDouble(watched.apply(it)) / value.applyAsDouble(it.off));
    }
}
