package dev.krakenflow.benchmarks.http;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The packaged standalone as a process, with a Redis that keeps nothing and a token made up here. */
record Standalone(ServerProcess server, JsonClient client) implements AutoCloseable {

    /** Starts it and waits until it is ready. */
    static Standalone start() throws IOException {
        Path jar = Path.of(System.getProperty("kraken.standalone", "../standalone/target/quarkus-app/quarkus-run.jar"));
        if (!Files.exists(jar)) {
            throw new IOException("there is no " + jar + "; the command ./run builds it");
        }
        int port = ServerProcess.freePort();
        String token = UUID.randomUUID().toString();
        ServerProcess server = ServerProcess.start(
                "standalone",
                port,
                List.of("-jar", jar.toAbsolutePath().toString()),
                Map.of("KRAKEN_PORT", String.valueOf(port), "KRAKEN_EPHEMERAL", "true", "KRAKEN_ADMIN_TOKEN", token));
        JsonClient client = new JsonClient(port, token);
        server.awaitReady(() -> client.answers("/q/health/ready"));
        return new Standalone(server, client);
    }

    @Override
    public void close() {
        server.close();
    }
}
