package dev.krakenflow.standalone.redis;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The server of a process that was killed: it ends by itself, but may still be writing its data when a new one wants
 * the same folder.
 */
final class PredecessorRedis {

    private static final long PATIENCE_SECONDS = 10;

    private PredecessorRedis() {}

    /** Waits until a server that was left in a folder has ended. */
    static void awaitEnd(Path folder) {
        try {
            long id =
                    Long.parseLong(Files.readString(folder.resolve("redis.pid")).strip());
            CompletableFuture<?> end = ProcessHandle.of(id)
                    .filter(PredecessorRedis::isRedis)
                    .<CompletableFuture<?>>map(ProcessHandle::onExit)
                    .orElseGet(() -> CompletableFuture.completedFuture(null));
            end.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (IOException | NumberFormatException none) {
            return;
        } catch (TimeoutException stays) {
            throw new RedisStartException("a Redis still works in the folder " + folder, stays);
        } catch (ExecutionException | InterruptedException unexpected) {
            throw new RedisStartException("the end of another Redis could not be awaited", unexpected);
        }
    }

    /** Numbers of processes are used again. */
    private static boolean isRedis(ProcessHandle process) {
        return process.info()
                .command()
                .map(Path::of)
                .map(command -> command.getFileName().toString())
                .filter(name -> name.startsWith("redis-") || name.startsWith("valkey-"))
                .isPresent();
    }
}
