package dev.krakenflow.benchmarks.cold;

import dev.krakenflow.benchmarks.Arguments;
import dev.krakenflow.benchmarks.Machine;
import dev.krakenflow.benchmarks.TimeLimit;
import dev.krakenflow.benchmarks.Verdict;
import dev.krakenflow.benchmarks.process.FunctionProcess;
import dev.krakenflow.benchmarks.process.RedisServer;
import dev.krakenflow.benchmarks.process.ServerProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Measures starts in interleaved pairs: the pipeline function, with one pipeline that is loaded at the start, up to the answer
 * to its first event; and the bare application, which gets the same event and asks Redis for one value.
 */
public final class ColdStart {
    private static final Map<String, Integer> DEFAULTS =
            Map.of("pairs", 15, "most-processor-percent", 115, "most-wall-percent", 125);
    private static final String PIPELINE = "double";
    private static final String C1 = "-XX:TieredStopAtLevel=1";

    private final ColdApp kraken;
    private final ColdApp bare;
    private final int pairs;

    private ColdStart(ColdApp kraken, ColdApp bare, int pairs) {
        this.kraken = kraken;
        this.bare = bare;
        this.pairs = pairs;
    }

    /** Prints tables; ends with 1 when a median of the ratios is above its mark. */
    public static void main(String[] line) throws IOException {
        Arguments arguments = Arguments.orExit(line, DEFAULTS);
        TimeLimit.start(Duration.ofSeconds(120 + 20L * arguments.number("pairs")));
        System.out.println(Machine.describe());
        System.out.println("cold " + arguments + "\n");
        Verdict verdict = new Verdict(System.out);
        try (RedisServer redis = RedisServer.start()) {
            define(redis);
            ColdStart show = new ColdStart(kraken(redis), bare(redis), arguments.number("pairs"));
            show.plain();
            show.trained(arguments, verdict);
        }
        System.exit(verdict.exitCode());
    }

    private static ColdApp kraken(RedisServer redis) {
        Map<String, String> settings = Map.of("KRAKEN_REDIS_URL", redis.url(), "KRAKEN_PRELOAD", PIPELINE);
        Path jar = Path.of("../pipeline/app/target/quarkus-app/quarkus-run.jar");
        return new ColdApp("cold-kraken", jar, "/pipelines/call/" + PIPELINE, settings);
    }

    private static ColdApp bare(RedisServer redis) {
        Path jar = Path.of("bare/target/quarkus-app/quarkus-run.jar");
        return new ColdApp("cold-bare", jar, "/double", Map.of("KRAKEN_REDIS_URL", redis.url()));
    }

    private static void define(RedisServer redis) throws IOException {
        try (FunctionProcess admin = FunctionProcess.admin(redis.url())) {
            admin.client().define(PIPELINE, """
                            {"name": "double", "components": [{"type": "stage", "transform": {"y": "{% x * 2 %}"}}]}""");
        }
    }

    private void plain() throws IOException {
        List<String> flags = List.of(Training.flags());
        System.out.println(StartPair.table("without a cache", measure(flags, flags, Math.min(pairs, 5))));
    }

    private void trained(Arguments marks, Verdict verdict) throws IOException {
        Path ofKraken = ServerProcess.FOLDER.resolve("kraken.aot").toAbsolutePath();
        Path ofBare = ServerProcess.FOLDER.resolve("bare.aot").toAbsolutePath();
        Training.ofThePipelineFunction(ofKraken);
        bare.train(ofBare, List.of(Training.flags(), C1), Training.EVENTS);
        List<String> krakens = List.of(Training.flags(), "-XX:AOTCache=" + ofKraken);
        List<String> bares = List.of(Training.flags(), "-XX:AOTCache=" + ofBare);
        judge("AOT cache (containers)", measure(krakens, bares, pairs), marks, verdict);
        judge("AOT cache, " + C1 + " (Lambda)", measure(with(krakens), with(bares), pairs), marks, verdict);
    }

    private static List<String> with(List<String> flags) {
        List<String> all = new ArrayList<>(flags);
        all.add(C1);
        return all;
    }

    /** The first pair only fills the caches of the machine. */
    private List<StartPair> measure(List<String> krakens, List<String> bares, int count) throws IOException {
        List<StartPair> measured = new ArrayList<>();
        for (int i = 0; i <= count; i++) {
            measured.add(new StartPair(kraken.start(krakens), bare.start(bares)));
        }
        return measured.subList(1, measured.size());
    }

    private static void judge(String title, List<StartPair> pairs, Arguments marks, Verdict verdict) {
        System.out.println(StartPair.table(title, pairs));
        say("user and system time", StartPair.ratio(pairs, Start::processorMillis), marks, "processor", verdict);
        say("wall", StartPair.ratio(pairs, Start::wallMillis), marks, "wall", verdict);
        System.out.println();
    }

    private static void say(String what, double ratio, Arguments marks, String mark, Verdict verdict) {
        double most = marks.number("most-" + mark + "-percent") / 100.0;
        verdict.say(
                ratio <= most,
                String.format(
                        Locale.ROOT, "%s %.3f times that of the bare application, at most %.2f", what, ratio, most));
    }
}
