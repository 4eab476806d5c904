package dev.krakenflow.standalone.redis;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jboss.logging.Logger;
import redis.embedded.error.OsArchitectureNotFound;

/**
 * A Redis that belongs to this process: started with it, started again when it dies, stopped with it. Thread-safe.
 */
public final class EmbeddedRedis implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(EmbeddedRedis.class);
    private static final Duration START = Duration.ofSeconds(60);
    private static final long POLL_MILLIS = 10;
    private static final long PAUSE_MILLIS = 200;
    private static final int ATTEMPTS = 3;

    private final Path binary;
    private final RedisFolder folder;
    private final RedisSettings settings;
    private RedisProcess process;
    private CompletableFuture<Void> revival;
    private boolean closed;

    private EmbeddedRedis(Path binary, RedisFolder folder, RedisSettings settings, RedisProcess process) {
        this.binary = binary;
        this.folder = folder;
        this.settings = settings;
        this.process = process;
        this.revival = revivalAfter(process);
    }

    /**
     * Starts a server that keeps its data in a folder.
     *
     * @throws RedisStartException when that is impossible; nothing is left running then
     */
    public static EmbeddedRedis in(Path data) {
        return start(RedisFolder.kept(data));
    }

    /** Starts a server whose data ends with it. */
    public static EmbeddedRedis ephemeral() {
        return start(RedisFolder.ephemeral());
    }

    private static EmbeddedRedis start(RedisFolder folder) {
        try {
            PredecessorRedis.awaitEnd(folder.path());
            Path binary = binary(folder.path());
            for (int attempt = 1; ; attempt++) {
                RedisSettings settings = RedisSettings.fresh();
                RedisProcess process = launch(binary, folder, settings);
                if (isUp(process, settings)) {
                    return new EmbeddedRedis(binary, folder, settings, process);
                }
                process.stop();
                if (attempt == ATTEMPTS) {
                    throw new RedisStartException("Redis (" + binary + ") does not start:\n" + logTail(folder), null);
                }
            }
        } catch (RuntimeException failed) {
            folder.close();
            throw failed;
        }
    }

    /** Where clients find it; holds the password. */
    public String url() {
        return settings.url();
    }

    /** The data's folder, or none of anybody's concern where it is ephemeral. */
    public String description() {
        return binary.getFileName() + (folder.isKept() ? " with its data in " + folder.path() : ", ephemeral");
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            revival.cancel(false);
            process.stop();
            folder.close();
        }
    }

    private static Path binary(Path folder) {
        return RedisBinary.onPath(System.getenv().getOrDefault("PATH", "")).orElseGet(() -> {
            try {
                return RedisBinary.unpacked(folder.resolve("bin"));
            } catch (IOException | OsArchitectureNotFound failed) {
                throw new RedisStartException(
                        "there is no redis-server on the PATH, and the one that is shipped cannot be unpacked: "
                                + failed.getMessage(),
                        failed);
            }
        });
    }

    private static RedisProcess launch(Path binary, RedisFolder folder, RedisSettings settings) {
        return RedisProcess.start(binary, settings.writeTo(folder), log(folder));
    }

    private static boolean isUp(RedisProcess process, RedisSettings settings) {
        long end = System.nanoTime() + START.toNanos();
        while (process.isAlive() && System.nanoTime() < end) {
            if (RedisProbe.answers(settings)) {
                return true;
            }
            try {
                Thread.sleep(POLL_MILLIS);
            } catch (InterruptedException hurry) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return false;
    }

    private CompletableFuture<Void> revivalAfter(RedisProcess watched) {
        return watched.onExit()
                .thenRunAsync(this::revive, CompletableFuture.delayedExecutor(PAUSE_MILLIS, MILLISECONDS));
    }

    /** On a thread that waits for nothing else. The port stays, because clients know it. */
    private synchronized void revive() {
        if (closed) {
            return;
        }
        LOG.warn("Redis has ended unexpectedly and is started again");
        process = launch(binary, folder, settings);
        revival = revivalAfter(process);
        if (!isUp(process, settings)) {
            LOG.error("Redis does not start again:\n" + logTail(folder));
        }
    }

    private static Path log(RedisFolder folder) {
        return folder.path().resolve("redis.log");
    }

    private static String logTail(RedisFolder folder) {
        try {
            List<String> lines = Files.readAllLines(log(folder));
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 5), lines.size()));
        } catch (IOException unreadable) {
            return "(its log cannot be read: " + unreadable.getMessage() + ")";
        }
    }
}
