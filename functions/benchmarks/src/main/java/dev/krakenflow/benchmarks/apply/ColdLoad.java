package dev.krakenflow.benchmarks.apply;

import dev.krakenflow.benchmarks.Verdict;
import dev.krakenflow.benchmarks.process.FunctionProcess;
import dev.krakenflow.benchmarks.process.RedisServer;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Map;

/** What the first call of a pipeline costs a pipeline function that has never seen it. */
record ColdLoad(RedisServer redis) {
    private static final int PIPELINES = 20;
    private static final int MOST_ROUND_TRIPS = 2;

    /** It runs no casts and looks for changes once in an hour, so that nothing but the load goes to Redis. */
    private static final Map<String, String> QUIET = Map.of("KRAKEN_REFRESH", "1h", "KRAKEN_CAST_CONSUMER", "false");

    /** Whether it is as few round trips as promised. */
    void tell(Verdict verdict) throws IOException {
        try (RoundTrips trips = RoundTrips.before(redis.port());
                FunctionProcess cold = FunctionProcess.pipeline("pipeline-cold", trips.url(), QUIET)) {
            int first = roundTrips(trips, cold, 0);
            int most = 0;
            for (int number = 1; number < PIPELINES; number++) {
                most = Math.max(most, roundTrips(trips, cold, number));
            }
            verdict.say(
                    most <= MOST_ROUND_TRIPS,
                    "cold load of a pipeline: at most %d round trips, with the connection %d".formatted(most, first));
        }
    }

    private static int roundTrips(RoundTrips trips, FunctionProcess cold, int number) throws IOException {
        int before = trips.count();
        HttpResponse<String> answer =
                cold.client().post("/pipelines/call/" + ManyPipelines.name(number), ManyPipelines.ORDER);
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(ManyPipelines.name(number) + " answers " + answer.body());
        }
        return trips.count() - before;
    }
}
