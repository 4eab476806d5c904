package dev.krakenflow.benchmarks.process;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** The packaged standalone as a process, with a token made up here. */
public record Standalone(ServerProcess server, JsonClient client) implements AutoCloseable {

    /** Starts one that keeps nothing and waits until it is ready. */
    public static Standalone start() throws IOException {
        return start(Map.of());
    }

    /** Starts one on this Redis, which looks for changes once in an hour, and waits until it is ready. */
    public static Standalone start(String name, String redis) throws IOException {
        return start(name, Launch.HEAP, Map.of("KRAKEN_REDIS_URL", redis, "KRAKEN_REFRESH", "1h"));
    }

    /** Starts one that keeps nothing, with some settings more, and waits until it is ready. */
    public static Standalone start(Map<String, String> settings) throws IOException {
        Map<String, String> all = new HashMap<>(settings);
        all.put("KRAKEN_EPHEMERAL", "true");
        return start("standalone", Launch.HEAP, all);
    }

    /**
     * Starts one and waits until it is ready.
     *
     * @param name of its log
     * @param heap the most that it may have, as {@code -Xmx} takes it
     */
    public static Standalone start(String name, String heap, Map<String, String> settings) throws IOException {
        String token = UUID.randomUUID().toString();
        Map<String, String> environment = new HashMap<>(settings);
        environment.put("KRAKEN_ADMIN_TOKEN", token);
        ServerProcess server = PackagedApp.STANDALONE.start(name, heap, environment);
        return new Standalone(server, new JsonClient(server.port(), token));
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
