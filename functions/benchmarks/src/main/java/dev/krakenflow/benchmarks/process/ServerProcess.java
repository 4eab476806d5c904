package dev.krakenflow.benchmarks.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * A server in a process of its own, started for a benchmark and stopped with it: at the latest by a shutdown hook of
 * this process. It works in {@link #FOLDER}, and its output goes to {@code <name>.log} there. One thread at a time kills
 * and starts it; what it tells may be asked by any.
 */
public final class ServerProcess implements AutoCloseable {

    /** Where servers work and log. */
    public static final Path FOLDER = Path.of("target", "servers");

    private static final Duration START = Duration.ofSeconds(120);
    private static final Duration END = Duration.ofSeconds(10);

    private final Launch launch;
    private final Thread hook = new Thread(this::stop);
    private volatile Process process;

    private ServerProcess(Launch launch, Process process) {
        this.launch = launch;
        this.process = process;
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Starts a server; its log begins anew. */
    public static ServerProcess start(Launch launch) throws IOException {
        Files.createDirectories(FOLDER);
        Files.deleteIfExists(log(launch));
        return new ServerProcess(launch, begin(launch));
    }

    private static Process begin(Launch launch) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(launch.command());
        builder.environment()
                .keySet()
                .removeIf(setting -> setting.startsWith("KRAKEN_") || setting.startsWith("QUARKUS_"));
        builder.environment().putAll(launch.environment());
        return builder.directory(FOLDER.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log(launch).toFile()))
                .start();
    }

    private static Path log(Launch launch) {
        return FOLDER.resolve(launch.name() + ".log");
    }

    public String name() {
        return launch.name();
    }

    public int port() {
        return launch.port();
    }

    /** Waits until the server says that it is ready; one that does not in time is stopped. */
    public void awaitReady(BooleanSupplier ready) throws IOException {
        long end = System.nanoTime() + START.toNanos();
        while (!ready.getAsBoolean()) {
            if (!process.isAlive() || System.nanoTime() - end > 0) {
                close();
                throw new IOException(launch.name() + " did not start; see " + log(launch));
            }
            pause();
        }
    }

    /** The processor time that the process has used so far; its children's does not count. */
    public Duration processorTime() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** The process that runs it now. */
    public long id() {
        return process.pid();
    }

    /** Ends it at once, as a machine that fails does (SIGKILL), and waits until it is gone. */
    public void kill() {
        process.destroyForcibly();
        ends(END);
    }

    /** Stops it where it is (SIGSTOP): it still listens, answers nothing, and can only be killed. */
    public void freeze() throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-STOP", String.valueOf(process.pid()))
                .start()
                .waitFor();
    }

    /** Asks it to end, as platforms do (SIGTERM), and does not wait. */
    public void terminate() {
        process.destroy();
    }

    /** Whether it ends in time. */
    public boolean ends(Duration patience) {
        try {
            return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Starts it again after it has ended, as it was started before; its log goes on. */
    public void restart() throws IOException {
        if (process.isAlive()) {
            throw new IllegalStateException(launch.name() + " still runs");
        }
        process = begin(launch);
    }

    @Override
    public void close() {
        stop();
        Runtime.getRuntime().removeShutdownHook(hook);
    }

    private void stop() {
        terminate();
        if (!ends(END)) {
            process.destroyForcibly();
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
