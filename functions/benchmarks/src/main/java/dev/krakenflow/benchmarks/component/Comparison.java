package dev.krakenflow.benchmarks.component;

import static java.util.Objects.requireNonNull;

import dev.krakenflow.benchmarks.Median;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.results.RunResult;

/** A benchmark and its twin in one round. */
record Comparison(String component, Cost engine, Cost bare) {

    /** Puts the results of one round together; every benchmark has a twin. */
    static List<Comparison> pair(Collection<RunResult> results) {
        Map<String, Cost> costs = new TreeMap<>();
        results.forEach(result -> costs.put(result.getParams().getBenchmark(), Cost.of(result)));
        List<Comparison> pairs = new ArrayList<>();
        costs.forEach((name, cost) -> {
            if (name.endsWith(".engine")) {
                String type = name.substring(0, name.length() - ".engine".length());
                pairs.add(new Comparison(
                        type.substring(type.lastIndexOf('.') + 1), cost, requireNonNull(costs.get(type + ".bare"))));
            }
        });
        return pairs;
    }

    /** All rounds as a table, a line for each component: medians of either side, and the median of the ratios. */
    static String table(List<Comparison> rounds) {
        Map<String, List<Comparison>> byComponent = new LinkedHashMap<>();
        rounds.forEach(round -> byComponent
                .computeIfAbsent(round.component, it -> new ArrayList<>())
                .add(round));
        StringBuilder table = new StringBuilder();
        table.append(
                "| component                    | engine, ns | bare, ns | ratio | engine, bytes | bare, bytes |\n");
        table.append("|---|--:|--:|--:|--:|--:|\n");
        byComponent.forEach((component, them) -> table.append(line(component, them)));
        return table.toString();
    }

    private static String line(String component, List<Comparison> them) {
        return String.format(
                Locale.ROOT,
                "| %-28s | %10.0f | %8.0f | %5.2f | %13.0f | %11.0f |%n",
                component,
                Median.of(them, it -> it.engine.nanos()),
                Median.of(them, it -> it.bare.nanos()),
                Median.of(them, it -> it.engine.nanos() / it.bare.nanos()),
                Median.of(them, it -> it.engine.bytes()),
                Median.of(them, it -> it.bare.bytes()));
    }
}
