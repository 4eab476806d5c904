package dev.krakenflow.benchmarks.http;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The packaged standalone as a process, with a Redis that keeps nothing and a token made up here. */
public record Standalone(ServerProcess server, JsonClient client) implements AutoCloseable {

    /** Starts it and waits until it is ready. */
    public static Standalone start() throws IOException {
        return start(Map.of());
    }

    /** Starts one on this Redis, which looks for changes once in an hour, and waits until it is ready. */
    static Standalone start(String name, String redis) throws IOException {
        return start(name, Map.of("KRAKEN_REDIS_URL", redis, "KRAKEN_REFRESH", "1h"));
    }

    /** Starts one that keeps nothing, with some settings more, and waits until it is ready. */
    public static Standalone start(Map<String, String> settings) throws IOException {
        Map<String, String> all = new HashMap<>(settings);
        all.put("KRAKEN_EPHEMERAL", "true");
        return start("standalone", all);
    }

    private static Standalone start(String name, Map<String, String> settings) throws IOException {
        Path jar = Path.of(System.getProperty("kraken.standalone", "../standalone/target/quarkus-app/quarkus-run.jar"));
        if (!Files.exists(jar)) {
            throw new IOException("there is no " + jar + "; the command ./run builds it");
        }
        int port = ServerProcess.freePort();
        String token = UUID.randomUUID().toString();
        Map<String, String> environment = new HashMap<>(settings);
        environment.put("KRAKEN_PORT", String.valueOf(port));
        environment.put("KRAKEN_ADMIN_TOKEN", token);
        ServerProcess server = ServerProcess.start(
                name, port, List.of("-jar", jar.toAbsolutePath().toString()), environment);
        JsonClient client = new JsonClient(port, token);
        server.awaitReady(() -> client.answers("/q/health/ready"));
        return new Standalone(server, client);
    }

    @Override
    public void close() {
        server.close();
    }
}
