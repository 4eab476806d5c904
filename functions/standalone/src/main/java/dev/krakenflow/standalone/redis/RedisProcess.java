package dev.krakenflow.standalone.redis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A running server. It lives under a small shell that waits for the end of its input, a pipe from this process: however
 * this process ends, killed too, the pipe ends with it and the shell stops the server.
 */
final class RedisProcess {

    /**
     * Signals often go to a whole group of processes, an interrupt of the terminal for one, but the server has to stay
     * until the runs under way are done: so it gets a session of its own where the machine can do that.
     */
    private static final String LAUNCHER = """
            if command -v setsid >/dev/null 2>&1; then exec setsid sh -c "$@"; fi
            exec sh -c "$@"
            """;

    /** {@code $1} is the server, {@code $2} its settings. Where there is no session of its own it ignores signals at least. */
    private static final String WATCHDOG = """
            trap '' HUP INT QUIT TERM
            exec 3<&0
            "$1" "$2" 3<&- &
            server=$!
            { cat <&3 >/dev/null; kill -TERM "$server"; } 2>/dev/null &
            watcher=$!
            wait "$server"
            status=$?
            kill -KILL "$watcher" 2>/dev/null
            exit "$status"
            """;

    private static final long STOP_SECONDS = 10;

    private final Process shell;

    private RedisProcess(Process shell) {
        this.shell = shell;
    }

    static RedisProcess start(Path binary, Path settings, Path log) {
        ProcessBuilder builder = new ProcessBuilder(
                "sh", "-c", LAUNCHER, "kraken-redis", WATCHDOG, "kraken-redis", binary.toString(), settings.toString());
        builder.redirectErrorStream(true).redirectOutput(log.toFile());
        try {
            return new RedisProcess(builder.start());
        } catch (IOException failed) {
            throw new RedisStartException("no shell to start a Redis with: " + failed.getMessage(), failed);
        }
    }

    boolean isAlive() {
        return shell.isAlive();
    }

    /** Ends when the server has ended, for whatever reason. */
    CompletableFuture<Process> onExit() {
        return shell.onExit();
    }

    /** Asks the server to write what it has and to end, and waits for that. */
    void stop() {
        try {
            shell.getOutputStream().close();
            if (!shell.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                shell.descendants().forEach(ProcessHandle::destroyForcibly);
                shell.destroyForcibly();
            }
        } catch (IOException pipe) {
            throw new UncheckedIOException(pipe);
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }
}
