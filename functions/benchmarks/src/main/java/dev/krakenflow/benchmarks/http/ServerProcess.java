package dev.krakenflow.benchmarks.http;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * A server in a process of its own, started for a benchmark and stopped with it: at the latest by a shutdown hook of
 * this process.
 */
public final class ServerProcess implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(60);
    private static final Path FOLDER = Path.of("target", "servers");

    private final String name;
    private final int port;
    private final Process process;
    private final Thread hook = new Thread(this::stop);

    private ServerProcess(String name, int port, Process process) {
        this.name = name;
        this.port = port;
        this.process = process;
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** A port of loopback that nobody listens on at the moment. */
    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /**
     * Starts a JVM, without settings that this process was given for Kraken. It works in {@code target/servers}, and its output goes to {@code <name>.log} there.
     *
     * @param port where it will listen
     * @param line its arguments; the heap is the same for every server
     */
    static ServerProcess start(String name, int port, List<String> line, Map<String, String> environment)
            throws IOException {
        Files.createDirectories(FOLDER);
        File log = FOLDER.resolve(name + ".log").toFile();
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString());
        builder.command().add("-Xmx1g");
        builder.command().addAll(line);
        builder.environment()
                .keySet()
                .removeIf(setting -> setting.startsWith("KRAKEN_") || setting.startsWith("QUARKUS_"));
        builder.environment().putAll(environment);
        builder.directory(FOLDER.toFile()).redirectErrorStream(true).redirectOutput(log);
        return new ServerProcess(name, port, builder.start());
    }

    public int port() {
        return port;
    }

    /** Waits until the server says that it is ready; one that does not in time is stopped. */
    void awaitReady(BooleanSupplier ready) throws IOException {
        long end = System.nanoTime() + START.toNanos();
        while (!ready.getAsBoolean()) {
            if (!process.isAlive() || System.nanoTime() - end > 0) {
                close();
                throw new IOException(name + " did not start; see " + FOLDER.resolve(name + ".log"));
            }
            pause();
        }
    }

    /** The processor time that the process has used so far; its children's does not count. */
    Duration processorTime() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** The process that runs it. */
    public long id() {
        return process.pid();
    }

    @Override
    public void close() {
        stop();
        Runtime.getRuntime().removeShutdownHook(hook);
    }

    private void stop() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(100);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        }
    }
}
