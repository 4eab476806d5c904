package dev.krakenflow.benchmarks.cold;

import static java.util.Objects.requireNonNull;

import dev.krakenflow.benchmarks.process.Launch;
import dev.krakenflow.benchmarks.process.ServerProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A packaged application whose starts are measured.
 *
 * @param name of its log
 * @param jar what is started
 * @param path where its first event is posted
 * @param settings its environment
 */
record ColdApp(String name, Path jar, String path, Map<String, String> settings) {
    private static final String EVENT = "{\"x\":4}";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    ColdApp {
        requireNonNull(name);
        requireNonNull(path);
        jar = jar.toAbsolutePath().normalize();
        settings = Map.copyOf(settings);
        if (!Files.exists(jar)) {
            throw new IllegalStateException("there is no " + jar + "; the command ./run builds it");
        }
    }

    /** Starts it, waits for the first answer, tells what that took, and kills it. */
    Start start(List<String> flags) throws IOException {
        int port = Launch.freePort();
        long began = System.nanoTime();
        try (ServerProcess server = ServerProcess.start(launch(port, flags))) {
            FirstAnswer.await(port, path, EVENT, PATIENCE);
            long wall = System.nanoTime() - began;
            Start start = new Start(server.processorTime(), Duration.ofNanos(wall));
            server.kill();
            return start;
        }
    }

    /** Starts it as one that learns, sends some events, and ends it as platforms do, so that the JVM writes the cache. */
    void train(Path cache, List<String> flags, int events) throws IOException {
        Files.deleteIfExists(cache);
        int port = Launch.freePort();
        List<String> learning = new ArrayList<>(flags);
        learning.add("-XX:AOTCacheOutput=" + cache);
        try (ServerProcess server = ServerProcess.start(launch(port, learning))) {
            for (int i = 0; i < events; i++) {
                FirstAnswer.await(port, path, EVENT, PATIENCE);
            }
            server.terminate();
            if (!server.ends(PATIENCE) || !Files.exists(cache)) {
                throw new IOException(name + " has written no cache");
            }
        }
    }

    private Launch launch(int port, List<String> flags) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(flags);
        command.addAll(List.of("-jar", jar.toString()));
        Map<String, String> environment = new HashMap<>(settings);
        environment.put("KRAKEN_PORT", String.valueOf(port));
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        return new Launch(name, port, command, environment);
    }
}
