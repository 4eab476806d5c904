package dev.krakenflow.benchmarks.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One of the packaged apps.
 *
 * @param property that names its jar where it is not in the usual place
 * @param folder of its module beside this one
 */
record PackagedApp(String property, String folder) {
    static final PackagedApp STANDALONE = new PackagedApp("kraken.standalone", "../standalone");
    static final PackagedApp PIPELINE = new PackagedApp("kraken.pipeline", "../pipeline/app");
    static final PackagedApp ADMIN = new PackagedApp("kraken.admin", "../admin/app");

    /** Starts it on loopback, at a free port, and waits until it is ready. */
    ServerProcess start(String name, String heap, Map<String, String> settings) throws IOException {
        Path jar = Path.of(System.getProperty(property, folder + "/target/quarkus-app/quarkus-run.jar"));
        if (!Files.exists(jar)) {
            throw new IOException("there is no " + jar + "; the command ./run builds it");
        }
        int port = Launch.freePort();
        Map<String, String> environment = new HashMap<>(settings);
        environment.put("KRAKEN_PORT", String.valueOf(port));
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        ServerProcess server = ServerProcess.start(Launch.java(
                name, port, heap, List.of("-jar", jar.toAbsolutePath().toString()), environment));
        awaitReady(server);
        return server;
    }

    /** Waits until it takes requests, after a restart too. */
    static void awaitReady(ServerProcess server) throws IOException {
        JsonClient client = new JsonClient(server.port(), "");
        server.awaitReady(() -> client.answers("/q/health/ready"));
    }
}
