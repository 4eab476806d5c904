package dev.krakenflow.benchmarks.fanout;

import dev.krakenflow.benchmarks.Arguments;
import dev.krakenflow.benchmarks.Machine;
import dev.krakenflow.benchmarks.Median;
import dev.krakenflow.benchmarks.TimeLimit;
import dev.krakenflow.benchmarks.Verdict;
import dev.krakenflow.benchmarks.process.Standalone;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Shows that a {@code map} over a service that takes its time takes hardly longer than one call of it, and that it keeps
 * exactly as many items under way as it may.
 */
public final class MapLoad {
    private static final Map<String, Integer> DEFAULTS =
            Map.of("items", 40, "millis", 100, "runs", 50, "warm-up", 40, "many", 1_000, "limit", 50);
    private static final double MOST_RATIO = 1.1;

    private static final String SERVICE = """
            {"name": "%s", "client": {"module": "http", "start": {"base_url": "%s"}}, "interface": {"ask": {
              "prepare": {"path": "/"}, "transform": {"ok": "{%% body.ok %%}"}, "timeout": "30s"}}}""";

    private static final String ONE = """
            {"name": "one", "components": [{"type": "stage", "service": {"name": "timed", "function": "ask"},
              "transform": {"ok": "{% ok %}"}}]}""";

    private static final String MANY = """
            {"name": "%s", "timeout": "60s", "components": [{"type": "map", "items": "{%% [1..%d] %%}",
              "concurrency_limit": %d,
              "components": [{"type": "stage", "service": {"name": "%s", "function": "ask"}, "transform": {"ok": "{%% ok %%}"}}],
              "transform": {"ok": "{%% $count(results[ok]) %%}"}}]}""";

    private final Verdict verdict = new Verdict(System.out);
    private final Arguments arguments;
    private final Standalone standalone;
    private final TimedService timed;
    private final Turnstile turnstile;

    private MapLoad(Arguments arguments, Standalone standalone, TimedService timed, Turnstile turnstile) {
        this.arguments = arguments;
        this.standalone = standalone;
        this.timed = timed;
        this.turnstile = turnstile;
    }

    /** Prints what was measured; ends with 1 when it is not what was expected. */
    public static void main(String[] line) throws IOException {
        Arguments arguments = Arguments.orExit(line, DEFAULTS);
        TimeLimit.start(Duration.ofMinutes(10));
        System.out.println(Machine.describe());
        System.out.println("map " + arguments + "\n");
        try (Standalone standalone = Standalone.start();
                TimedService timed = TimedService.start(arguments.number("millis"));
                Turnstile turnstile = Turnstile.start(arguments.number("limit"), arguments.number("many"))) {
            MapLoad load = new MapLoad(arguments, standalone, timed, turnstile);
            load.define();
            load.compareWithOneCall();
            load.countUnderWay();
            System.exit(load.verdict.exitCode());
        }
    }

    private void define() throws IOException {
        int limit = arguments.number("limit");
        int many = arguments.number("many");
        standalone.client().defineService("timed", SERVICE.formatted("timed", timed.url()));
        standalone.client().defineService("turnstile", SERVICE.formatted("turnstile", turnstile.url()));
        standalone.client().define("one", ONE);
        int items = arguments.number("items");
        standalone.client().define("few", MANY.formatted("few", items, items, "timed"));
        standalone.client().define("many", MANY.formatted("many", many, limit, "timed"));
        standalone.client().define("counted", MANY.formatted("counted", many, limit, "turnstile"));
    }

    private void compareWithOneCall() throws IOException {
        int items = arguments.number("items");
        for (int i = 0; i < arguments.number("warm-up"); i++) {
            call("one", "true");
            call("few", String.valueOf(items));
        }
        List<Double> one = new ArrayList<>();
        List<Double> few = new ArrayList<>();
        for (int i = 0; i < arguments.number("runs"); i++) {
            one.add(call("one", "true"));
            few.add(call("few", String.valueOf(items)));
        }
        double single = Median.of(one, Double::doubleValue);
        double mapped = Median.of(few, Double::doubleValue);
        verdict.say(
                mapped <= MOST_RATIO * single,
                "one call %.1f ms, map of %d %.1f ms: %.2f of one call, at most %.1f"
                        .formatted(single, items, mapped, mapped / single, MOST_RATIO));
    }

    private void countUnderWay() throws IOException {
        int many = arguments.number("many");
        int limit = arguments.number("limit");
        timed.mostAtOnce();
        double millis = call("many", String.valueOf(many));
        int most = timed.mostAtOnce();
        verdict.say(
                most == limit, "map of %d, limit %d: at most %d at once, %.0f ms".formatted(many, limit, most, millis));
        call("counted", String.valueOf(many));
        boolean steady = turnstile.mostAtOnce() == limit && turnstile.turns() == many - limit + 1;
        verdict.say(
                steady,
                "%d items, one done at a time: %d times exactly %d at once, never more than %d"
                        .formatted(many, turnstile.turns(), limit, turnstile.mostAtOnce()));
    }

    /** How long a call took, in milliseconds. */
    private double call(String pipeline, String ok) throws IOException {
        long began = System.nanoTime();
        HttpResponse<String> answer = standalone.client().post("/pipelines/call/" + pipeline, "{}");
        double millis = (System.nanoTime() - began) / 1e6;
        if (answer.statusCode() != 200 || !answer.body().equals("{\"ok\":" + ok + "}")) {
            throw new IllegalStateException(pipeline + " answers " + answer.statusCode() + " " + answer.body());
        }
        return millis;
    }
}
