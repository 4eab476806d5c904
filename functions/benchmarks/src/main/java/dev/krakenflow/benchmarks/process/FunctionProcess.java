package dev.krakenflow.benchmarks.process;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** The packaged pipeline function or admin function as a process that may call services on loopback. */
public record FunctionProcess(ServerProcess server, JsonClient client) implements AutoCloseable {

    /**
     * Starts a pipeline function and waits until it is ready.
     *
     * @param name of its log
     * @param redis its URL
     * @param settings more environment
     */
    public static FunctionProcess pipeline(String name, String redis, Map<String, String> settings) throws IOException {
        ServerProcess server = PackagedApp.PIPELINE.start(name, Launch.HEAP, environment(redis, settings));
        return new FunctionProcess(server, new JsonClient(server.port(), ""));
    }

    /** Starts an admin function, with a token made up here, and waits until it is ready. */
    public static FunctionProcess admin(String redis) throws IOException {
        String token = UUID.randomUUID().toString();
        Map<String, String> environment = environment(redis, Map.of("KRAKEN_ADMIN_TOKEN", token));
        ServerProcess server = PackagedApp.ADMIN.start("admin", Launch.HEAP, environment);
        return new FunctionProcess(server, new JsonClient(server.port(), token));
    }

    private static Map<String, String> environment(String redis, Map<String, String> settings) {
        Map<String, String> environment = new HashMap<>(settings);
        environment.put("KRAKEN_REDIS_URL", redis);
        environment.put("KRAKEN_EGRESS_LOOPBACK", "true");
        return environment;
    }

    /** Starts it again where it was, after it has ended, and waits until it is ready. */
    public void restart() throws IOException {
        server.restart();
        PackagedApp.awaitReady(server);
    }

    @Override
    public void close() {
        server.close();
    }
}
