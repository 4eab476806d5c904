package dev.krakenflow.benchmarks.process;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A Kraken on a Redis of its own, which has on disk what it has answered.
 *
 * @param title what it is made of, in words
 * @param processes all but Redis
 * @param admin where definitions are written
 * @param data where events are sent
 */
public record Deployment(
        String title, RedisServer redis, List<ServerProcess> processes, JsonClient admin, JsonClient data)
        implements AutoCloseable {

    public Deployment {
        processes = List.copyOf(processes);
    }

    /** Both sides in one process, with some settings more. */
    public static Deployment standalone(Map<String, String> settings) throws IOException {
        RedisServer redis = RedisServer.durable();
        Map<String, String> all = new HashMap<>(settings);
        all.put("KRAKEN_REDIS_URL", redis.url());
        Standalone both = Standalone.start("standalone", Launch.HEAP, all);
        return new Deployment("standalone", redis, List.of(both.server()), both.client(), both.client());
    }

    /** One admin function and one pipeline function, which gets some settings more. */
    public static Deployment functions(Map<String, String> settings) throws IOException {
        RedisServer redis = RedisServer.durable();
        FunctionProcess admin = FunctionProcess.admin(redis.url());
        FunctionProcess pipeline = FunctionProcess.pipeline("pipeline", redis.url(), settings);
        List<ServerProcess> processes = List.of(pipeline.server(), admin.server());
        return new Deployment("both functions", redis, processes, admin.client(), pipeline.client());
    }

    /** Waits until it answers a call of this pipeline with 200, for as long as its caches may take and more. */
    public void awaitServed(String pipeline) throws IOException {
        processes.get(0).awaitReady(() -> serves(pipeline));
    }

    private boolean serves(String pipeline) {
        try {
            return data.post("/pipelines/call/" + pipeline, "{}").statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    @Override
    public void close() {
        processes.forEach(ServerProcess::close);
        redis.close();
    }
}
