package dev.krakenflow.standalone.redis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The folder that a server works in, locked for this process as long as it lives. What is ephemeral is deleted in the
 * end.
 */
final class RedisFolder implements AutoCloseable {

    private final Path folder;
    private final boolean keep;
    private final FileChannel lock;

    private RedisFolder(Path folder, boolean keep, FileChannel lock) {
        this.folder = folder;
        this.keep = keep;
        this.lock = lock;
    }

    /**
     * A folder whose data outlives the process.
     *
     * @throws RedisStartException when another process uses it, or it cannot be written
     */
    static RedisFolder kept(Path folder) {
        try {
            Files.createDirectories(folder);
            return new RedisFolder(folder, true, locked(folder));
        } catch (IOException failed) {
            throw new RedisStartException("the folder " + folder + " cannot be used: " + failed.getMessage(), failed);
        }
    }

    /** A folder of its own that is gone when the process has ended. */
    static RedisFolder ephemeral() {
        try {
            Path folder = Files.createTempDirectory("kraken-redis-");
            return new RedisFolder(folder, false, locked(folder));
        } catch (IOException failed) {
            throw new RedisStartException("no temporary folder can be made: " + failed.getMessage(), failed);
        }
    }

    Path path() {
        return folder;
    }

    boolean isKept() {
        return keep;
    }

    private static FileChannel locked(Path folder) throws IOException {
        FileChannel channel =
                FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (lockOf(channel) == null) {
            channel.close();
            throw new RedisStartException(
                    "another Kraken uses the folder " + folder.toAbsolutePath()
                            + "; stop it, or start this one elsewhere or with --ephemeral",
                    null);
        }
        return channel;
    }

    private static @Nullable FileLock lockOf(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException ours) {
            return null;
        }
    }

    @Override
    public void close() {
        try {
            lock.close();
            if (!keep) {
                delete();
            }
        } catch (IOException leftBehind) {
            throw new UncheckedIOException(leftBehind);
        }
    }

    private void delete() throws IOException {
        List<Path> all;
        try (Stream<Path> walk = Files.walk(folder)) {
            all = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : all) {
            Files.deleteIfExists(path);
        }
    }
}
